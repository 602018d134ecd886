// usage: node ask.mjs QUERY SOURCE... (QUERY is a file, or - for the standard input)
// Answers a query from sources: addresses of SPARQL endpoints, or files of N-Triples. Prints JSON: the
// seconds that it took, and the result as SPARQL 1.1 Query Results JSON.
import { readFileSync } from "node:fs";
import { QueryEngine } from "@comunica/query-sparql";

const [query, ...names] = process.argv.slice(2);

function source(name) {
  if (name.startsWith("http:")) {
    return { type: "sparql", value: name };
  }
  const value = readFileSync(name, "utf-8");
  return { type: "serialized", value, mediaType: "application/n-triples", baseIRI: "http://example.org/" };
}

const engine = new QueryEngine();
const sources = names.map(source);
const start = performance.now();
const answer = await engine.query(readFileSync(query === "-" ? 0 : query, "utf-8"), { sources });
const { data } = await engine.resultToString(answer, "application/sparql-results+json");
let result = "";
for await (const piece of data) {
  result += piece;
}
const seconds = (performance.now() - start) / 1000;
// To exit before a pipe has taken everything would cut it.
process.stdout.write(JSON.stringify({ seconds, result }), () => process.exit(0));
