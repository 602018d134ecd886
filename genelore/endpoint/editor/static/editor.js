// Puts the SPARQL editor in the place of the plain form, which stays where the editor cannot be had.
import { complete } from "./completers.js";
import { repair } from "./accessibility.js";
import { explain } from "./problem.js";
import { mendTable } from "./results.js";

const form = document.getElementById("editor-form");
const LINE = 21; // pixels
const endpoint = new URL("/sparql", location.href).href;

// The tab that holds a query, or a new one; what is in the others stays as it is.
function tabFor(yasgui, query, name) {
  const open = Object.values(yasgui._tabs).find((tab) => tab.getQuery() === query);
  if (open) {
    yasgui.selectTabId(open.getId());
    return open;
  }
  return addTab(yasgui, query, name);
}

// As high as the query is long, within reason; values in the result without their datatypes.
function addTab(yasgui, query, name) {
  const editorHeight = `${Math.min(Math.max(query.split("\n").length + 2, 9), 24) * LINE}px`;
  const settings = { pluginsConfig: { table: { compact: true, isEllipsed: false } } };
  const tab = { name: yasgui.createTabName(name), yasqe: { value: query, editorHeight }, yasr: { settings } };
  return yasgui.addTab(true, tab);
}

function run(yasgui, query, name) {
  const tab = tabFor(yasgui, query, name);
  tab.setEndpoint(endpoint);
  tab.query().catch(() => {}); // the error is shown in the place of the result
  return tab;
}

// Links hold the query and nothing else: the same address opens in the plain form as well.
function share(tab) {
  return `${new URL("/editor", location.href).href}?query=${encodeURIComponent(tab.getQuery())}`;
}

function configuration(prefixes) {
  return {
    populateFromUrl: false,
    autoAddOnInit: false,
    autofocus: false,
    persistenceId: "genelore",
    endpointCatalogueOptions: { getData: () => [] },
    requestConfig: { endpoint, method: "POST", acceptHeaderGraph: "text/turtle,*/*;q=0.9" },
    // The tabulator leads on to the next thing, as everywhere; Ctrl-] indents.
    yasqe: { value: form.elements.query.defaultValue, extraKeys: { Tab: false, "Shift-Tab": false } },
    yasr: { prefixes },
  };
}

function openAsked(yasgui) {
  if (!("linked" in form.dataset)) return;
  const query = form.elements.query.value;
  const tab = tabFor(yasgui, query, "Question");
  if (!tab.hasResults()) run(yasgui, query, "Question");
}

function followExamples(yasgui) {
  for (const link of document.querySelectorAll(".editor-example")) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a new window, as always
      event.preventDefault();
      const query = new URL(link.href).searchParams.get("query");
      run(yasgui, query, link.dataset.name);
      document.getElementById("yasgui").scrollIntoView({ block: "start" });
    });
  }
}

async function start() {
  const { Yasgui } = window;
  const parent = document.getElementById("yasgui");
  const prefixes = await complete(Yasgui.Yasqe);
  Yasgui.Yasr.defaults.errorRenderers = [explain];
  Yasgui.Tab.prototype.getShareableLink = function getShareableLink() {
    return share(this);
  };
  mendTable(Yasgui.Yasr.plugins.table);
  repair(parent);
  const yasgui = new Yasgui(parent, configuration(prefixes));
  for (const tab of Object.values(yasgui._tabs)) tab.setEndpoint(endpoint);
  yasgui.on("tabAdd", (_, id) => yasgui.getTab(id)?.setEndpoint(endpoint));
  form.hidden = true;
  openAsked(yasgui);
  if (!yasgui.getTab()) addTab(yasgui, form.elements.query.value, "Query");
  followExamples(yasgui);
}

if (window.Yasgui) start();
