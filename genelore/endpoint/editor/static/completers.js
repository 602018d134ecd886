// Completion from our own data, in the place of the completers that ask other servers.

const NOTHING = { prefixes: {}, classes: {}, properties: {} };

async function terms() {
  const response = await fetch("/editor/completions.json");
  return response.ok ? response.json() : NOTHING;
}

// A term by its longest known namespace, such as gl:symbol; an IRI in brackets where there is none.
function shorten(iri, prefixes) {
  const known = Object.entries(prefixes).filter(([, namespace]) => iri.startsWith(namespace));
  known.sort(([, one], [, other]) => other.length - one.length);
  const local = known.length ? iri.slice(known[0][1].length) : "";
  return /^\w[\w.-]*$/.test(local) ? `${known[0][0]}:${local}` : `<${iri}>`;
}

// Those that begin with what was typed, and after them those that have it anywhere.
function matching(list, typed) {
  const wanted = typed.toLowerCase();
  const begun = list.filter(({ iri, name }) => iri.startsWith(typed) || name.toLowerCase().startsWith(wanted));
  const inside = list.filter((term) => !begun.includes(term) && term.name.toLowerCase().includes(wanted));
  return [...begun, ...inside].slice(0, 100).map(({ iri }) => iri);
}

function completer(counts, prefixes) {
  const list = Object.entries(counts).map(([iri, count]) => ({ iri, count, name: shorten(iri, prefixes) }));
  const shown = new Map(list.map(({ name, count }) => [name, `${name}  (${count.toLocaleString("en")})`]));
  const names = new Map(list.map(({ iri, name }) => [iri, name]));
  return {
    bulk: false,
    autoShow: true,
    get: (_, token) => matching(list, token?.autocompletionString ?? ""),
    postProcessSuggestion: (_, token, iri) => names.get(iri),
    postprocessHints: (_, hints) => hints.map((hint) => ({ ...hint, displayText: shown.get(hint.text) })),
  };
}

export async function complete(Yasqe) {
  const { prefixes, classes, properties } = await terms().catch(() => NOTHING);
  const declarations = Object.entries(prefixes).map(([name, namespace]) => `${name}: <${namespace}>`);
  Yasqe.forkAutocompleter("prefixes", { name: "prefixes", persistenceId: null, get: () => declarations });
  Yasqe.forkAutocompleter("class", { name: "class", ...completer(classes, prefixes) });
  Yasqe.forkAutocompleter("property", { name: "property", ...completer(properties, prefixes) });
  return prefixes;
}
