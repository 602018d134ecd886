// What the parts of the editor lack for those who use a keyboard or a screen reader.

const LABELS = [
  [".yasqe .CodeMirror textarea", "SPARQL query"],
  [".yasr .CodeMirror textarea", "Response as it came"],
  [".tableSizer", "Rows on a page"],
  [".tabsList input", "Name of the tab"],
  [".yasqe_sharePopup input", "Link to this query"],
];

function set(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function label(parent) {
  for (const [selector, text] of LABELS) {
    for (const element of parent.querySelectorAll(selector)) set(element, "aria-label", text);
  }
  for (const region of parent.querySelectorAll(".yasqe .CodeMirror-scroll")) {
    set(region, "tabindex", "0"); // the field that takes the keys lies beside what scrolls
    set(region, "role", "group");
    set(region, "aria-label", "Text of the query");
  }
  for (const button of parent.querySelectorAll(".yasr_btnGroup .yasr_btn")) {
    set(button, "aria-disabled", String(button.classList.contains("disabled")));
  }
  for (const chip of parent.querySelectorAll(".yasr_response_chip")) set(chip, "role", "status");
}

// A list of tabs may hold nothing but tabs; the button for a new one stands beside them.
function listTabs(parent, list) {
  const tabs = [...parent.querySelectorAll(".tabsList [role=tab]")];
  for (const shown of parent.querySelectorAll(".tabsList")) set(shown, "role", "presentation");
  set(list, "aria-owns", tabs.map((tab) => tab.id).join(" "));
}

export function repair(parent) {
  const list = document.createElement("div");
  list.setAttribute("role", "tablist");
  list.setAttribute("aria-label", "Queries");
  parent.before(list);
  const mend = () => {
    label(parent);
    listTabs(parent, list);
  };
  new MutationObserver(mend).observe(parent, {
    attributeFilter: ["class"],
    childList: true,
    subtree: true,
  });
}
