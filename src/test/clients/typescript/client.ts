// What somebody writes with the types that openapi-typescript made of the API document: no cast anywhere.
import createClient from "openapi-fetch";
import type { components, paths } from "./stadtchronik.js";

type AnyItem = components["schemas"]["AnyItem"];

// What editors see, for whom texts are in all languages, has a media type of its own, which is not asked for here.
const api = createClient<paths, "application/json" | "application/problem+json">({ baseUrl: process.argv[2] });

const event = await api.GET("/v1/events/{idOrSlug}", {
  params: { path: { idOrSlug: "kooperation-mit-dem-dfki" }, query: { lang: "en" } },
});
if (event.error) throw new Error(event.error.title);
const title: string = event.data.title;
console.log(`getEvent: ${title}, ${event.data.temporal?.display}`);

const releases = await api.GET("/v1/releases", { params: { query: { limit: 1, count: "exact", lang: "en" } } });
if (releases.error) throw new Error(releases.error.title);
for (const release of releases.data.data) {
  console.log(`listReleases: ${release.title}, ${release.kind}, 1 of ${releases.data.page.total}`);
}

const found = await api.GET("/v1/search", { params: { query: { mentions: ["dfki"], lang: "en" } } });
if (found.error) throw new Error(found.error.title);
for (const item of found.data.data) {
  console.log(`search: ${item.type} ${item.title}${own(item)}`);
}

/** Each of these properties belongs to one type: this compiles because `type` tells them apart. */
function own(item: AnyItem): string {
  switch (item.type) {
    case "EVENT":
      return `, ${item.temporal?.display}`;
    case "ORGANISATION":
      return item.shortName ? `, ${item.shortName}` : "";
    case "PERSON":
      return `, ${item.familyName}`;
    case "PROJECT":
      return `, ${item.projectStatus}`;
    case "RELEASE":
      return `, ${item.dateline}`;
    default:
      return "";
  }
}
