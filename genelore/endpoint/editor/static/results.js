// IRIs in results lead to our pages.

function link(anchor) {
  if (anchor.dataset.iri) return;
  anchor.dataset.iri = anchor.getAttribute("href");
  anchor.title = anchor.dataset.iri;
  anchor.href = `/resolve?iri=${encodeURIComponent(anchor.dataset.iri)}`;
}

// Rows are made when they are first shown, so every change is looked at.
export function linkResults(parent) {
  const found = () => parent.querySelectorAll(".yasr_results a.iri").forEach(link);
  new MutationObserver(found).observe(parent, { childList: true, subtree: true });
}
