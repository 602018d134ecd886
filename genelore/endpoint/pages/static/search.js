// Shows suggestions under the search boxes, as a combobox (ARIA 1.2). Without it they are plain forms.
for (const input of document.querySelectorAll("form[role=search] input[name=q]")) attach(input);

function attach(input) {
  const list = document.createElement("ul");
  list.id = `${input.id}-suggestions`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  list.hidden = true;
  input.after(list);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list",
  })) input.setAttribute(name, value);
  let asked = "", timer = 0, chosen = -1;

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 120);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) { close(); event.preventDefault(); }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (list.hidden) { if (input.value.trim()) ask(); return; }
      choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
      event.preventDefault();
    }
    if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      location.href = list.children[chosen].dataset.address;
    }
  });
  input.addEventListener("blur", () => setTimeout(close, 150));

  async function ask() {
    asked = input.value.trim();
    if (asked.length < 2) return close();
    const wanted = asked;
    const response = await fetch(`/search.json?q=${encodeURIComponent(wanted)}`).catch(() => null);
    if (!response || !response.ok || wanted !== asked || document.activeElement !== input) return;
    show((await response.json()).results);
  }

  function show(results) {
    list.replaceChildren(...results.map(option));
    list.hidden = results.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    choose(-1);
  }

  function option(result, place) {
    const item = document.createElement("li");
    item.id = `${list.id}-${place}`;
    item.setAttribute("role", "option");
    item.dataset.address = result.address;
    const label = document.createElement("span");
    label.textContent = result.label.length > 90 ? `${result.label.slice(0, 89)}…` : result.label;
    const note = document.createElement("span");
    note.textContent = [result.kind, result.note.split(", ")[0]].filter(Boolean).join(", ");
    item.append(label, note);
    item.addEventListener("mousedown", (event) => {
      event.preventDefault();
      location.href = result.address;
    });
    return item;
  }

  function choose(place) {
    const last = list.children.length - 1;
    chosen = place > last ? -1 : place < -1 ? last : place;
    for (const [number, item] of [...list.children].entries()) {
      item.setAttribute("aria-selected", String(number === chosen));
    }
    if (chosen < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", list.children[chosen].id);
    list.children[chosen].scrollIntoView({ block: "nearest" });
  }

  function close() {
    clearTimeout(timer);
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    choose(-1);
  }
}
