// The JSON-LD of every page, read as those read it that it is for: expanded by a
// JSON-LD processor, each thing of a type of schema.org with properties that its
// type has, each address one that exists.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import jsonld from "jsonld";
import { addressOf, pageOf, siteNames, siteOf, skipReason, tagsOf } from "./sites.mjs";
import { fits, isType, rangeOf } from "./vocabulary.mjs";

// An excerpt of https://schema.org/docs/jsonldcontext.jsonld (27.01). There
// @vocab makes a term of any word; without it a word that is none is an error.
// The one exception is what https://schema.org/docs/actions.html calls -input.
const context = JSON.parse(fs.readFileSync(new URL("schemaorg-context.json", import.meta.url), "utf8"));
const { "@vocab": vocabulary, ...terms } = context["@context"];
const strictContext = { "@context": { ...terms, "query-input": "schema:query-input" } };

const documentLoader = async (url) => {
  assert.equal(url, "https://schema.org");
  return { contextUrl: null, documentUrl: url, document: strictContext };
};

// What a type must have. Google's required properties (Search Central: Video,
// Clip, Breadcrumb, Profile page, Course list, Sitelinks search box), and without
// any of those what makes the thing worth naming. `id`: only where there are addresses.
const required = {
  WebSite: ["name"],
  WebPage: ["name", "isPartOf"],
  CollectionPage: ["name", "isPartOf"],
  SearchResultsPage: ["name", "isPartOf"],
  ProfilePage: ["name", "mainEntity"],
  PodcastEpisode: ["name"],
  PodcastSeries: ["name"],
  PodcastSeason: ["seasonNumber"],
  Person: ["name"],
  DefinedTerm: ["name"],
  DefinedTermSet: ["name"],
  Book: ["name"],
  Course: ["name"],
  Article: ["name"],
  ScholarlyArticle: ["name"],
  SoftwareApplication: ["name"],
  CreativeWork: ["name"],
  AudioObject: ["contentUrl"],
  VideoObject: ["name", "thumbnailUrl", "uploadDate"],
  MediaObject: [],
  Clip: ["name", "startOffset"],
  BreadcrumbList: ["itemListElement"],
  ListItem: ["position", "name", "item"],
  SearchAction: ["target", "query-input"],
  EntryPoint: ["urlTemplate"],
};
const requiredWithAddress = {
  Clip: ["url"],
  WebSite: ["@id"],
  Person: ["@id"],
  PodcastEpisode: ["@id"],
  PodcastSeries: ["@id"],
  DefinedTerm: ["@id"],
  DefinedTermSet: ["@id"],
};

const listOf = (value) => (Array.isArray(value) ? value : [value]);

// Every thing of a tree, with the way to it.
function* things(value, way) {
  for (const one of listOf(value)) {
    if (typeof one !== "object") continue;
    yield { thing: one, way };
    for (const [property, inside] of Object.entries(one)) yield* things(inside, `${way}.${property}`);
  }
}

function* faultsOf(tree, hasAddresses) {
  for (const { thing, way } of things(tree, "page")) {
    const type = thing["@type"];
    const properties = Object.keys(thing).filter((name) => !name.startsWith("@"));
    // An address of something, and a maker of whom only the name is known.
    if (!type && ["", "name"].includes(properties.join())) continue;
    if (!isType(type)) yield `${way}: there is no type ${type}`;
    for (const name of [
      ...(required[type] ?? [`an entry of ${type} in this test`]),
      ...((hasAddresses && requiredWithAddress[type]) || []),
    ]) {
      if (thing[name] === undefined) yield `${way}: ${type} without ${name}`;
    }
    for (const name of properties) {
      const range = name === "query-input" ? ["Text"] : rangeOf(type, name);
      if (!range) yield `${way}: ${type} has no property ${name}`;
      else {
        for (const value of listOf(thing[name])) {
          if (!fits(value, range)) {
            yield `${way}.${name}: ${JSON.stringify(value).slice(0, 60)} is none of ${range.join(", ")}`;
          }
        }
      }
      if (thing[name] === "" || thing[name].length === 0) yield `${way}.${name} is empty`;
    }
  }
}

// Finds addresses in a tree that are on the site itself and lead to nothing there.
function* brokenAddresses(site, tree) {
  for (const { thing, way } of things(tree, "page")) {
    for (const [property, value] of Object.entries(thing)) {
      for (const url of listOf(value)) {
        if (typeof url !== "string" || !site.baseUrl || !url.startsWith(site.baseUrl) || url.includes("{")) continue;
        const [address, fragment] = decodeURI(url.slice(site.baseUrl.length + 1)).split("#");
        const file = path.join(address, address === "" || address.endsWith("/") ? "index.html" : "");
        if (!fs.existsSync(path.join(site.folder, file))) yield `${way}.${property}: ${url} is not there`;
        else if (fragment && !site.pages.find((one) => one.file === file).page.ids.includes(fragment)) {
          yield `${way}.${property}: ${url} leads to no part of the page`;
        }
      }
    }
  }
}

for (const name of siteNames) {
  describe(`the JSON-LD of ${name}`, { skip: skipReason(name) }, () => {
    const trees = () =>
      siteOf(name)
        .pages.filter(({ data }) => data.length)
        .map(({ file, data }) => ({ file, tree: JSON.parse(data[0]) }));

    it("is on every page once, but for the one for addresses that are none", () => {
      const wrong = siteOf(name).pages.filter(({ file, data }) => data.length !== (file === "404.html" ? 0 : 1));
      assert.deepEqual(
        wrong.map(({ file }) => file),
        [],
      );
    });

    it("has nothing in it that ends a script or a line of one", () => {
      for (const { file, data } of siteOf(name).pages) assert.doesNotMatch(data.join(""), /[<>&\u2028\u2029]/, file);
    });

    it("is expanded without a word that is not schema.org's", async () => {
      for (const { file, tree } of trees()) {
        const [expanded] = await jsonld.expand(tree, {
          documentLoader,
          safe: true,
          base: addressOf(siteOf(name), file),
        });
        assert.equal(expanded["@type"][0], `http://schema.org/${tree["@type"]}`, file);
      }
    });

    it("has things of known types, each with what it needs and nothing that it cannot have", () => {
      const faults = trees().flatMap(({ file, tree }) =>
        [...faultsOf(tree, siteOf(name).baseUrl)].map((fault) => `${file}: ${fault}`),
      );
      assert.deepEqual(faults.slice(0, 20), []);
    });

    it("names addresses that exist, whole ones or none", () => {
      const site = siteOf(name);
      const broken = trees().flatMap(({ file, tree }) =>
        [...brokenAddresses(site, tree)].map((fault) => `${file}: ${fault}`),
      );
      assert.deepEqual(broken.slice(0, 20), []);
      for (const { file, tree } of trees()) {
        for (const { thing, way } of things(tree, "page")) {
          for (const property of ["@id", "url", "image", "contentUrl"]) {
            if (thing[property]) assert.match(thing[property], /^https?:\/\//, `${file}: ${way}.${property}`);
          }
        }
      }
    });

    it("stays small, however much is said", () => {
      for (const { file, tree } of trees()) {
        for (const { thing, way } of things(tree, "page")) {
          for (const [property, value] of Object.entries(thing)) {
            if (Array.isArray(value) && property !== "hasPart") {
              assert.ok(value.length <= 20, `${file}: ${way}.${property} has ${value.length}`);
            }
          }
        }
      }
    });

    it("says the same as the tags beside it", () => {
      for (const { file, page, data } of siteOf(name).pages) {
        if (!data.length) continue;
        const tree = JSON.parse(data[0]);
        const tags = tagsOf(page);
        assert.deepEqual([tree.name], tags["og:title"], file);
        assert.deepEqual(tree.url && [tree.url], tags["og:url"], file);
        if (tree.mainEntity?.datePublished && tree.mainEntity["@type"] === "PodcastEpisode" && tags["dcterms.issued"]) {
          assert.deepEqual([tree.mainEntity.datePublished], tags["dcterms.issued"], file);
        }
      }
    });
  });
}

// The day on which a page says that it last changed.
const dateOf = (file) => tagsOf(pageOf("everything", file).page)["dcterms.modified"]?.[0];

// The whole tree of a page of the site "everything", of which all is known that can be said.
const treeOf = (file) => JSON.parse(pageOf("everything", file).data[0]);
const base = "https://example.org/kb";
const link = (type, slug, name) => ({ "@type": type, "@id": `${base}/${slug}/`, name });

describe("what is said of", () => {
  it("an episode", () => {
    assert.deepEqual(treeOf("episodes/full/index.html").mainEntity, {
      ...link("PodcastEpisode", "episodes/full", "Everything: a & b"),
      url: `${base}/episodes/full/`,
      description: "All of it.",
      image: `${base}/images/full.png`,
      datePublished: "2020-03-01",
      inLanguage: "en",
      license: "https://creativecommons.org/licenses/by/4.0/",
      episodeNumber: 12,
      partOfSeason: { "@type": "PodcastSeason", seasonNumber: 2 },
      partOfSeries: link("PodcastSeries", "shows/hour", "The Hour"),
      duration: "PT1H2M3S",
      author: [link("Person", "guests/nora", "Nora Vance")],
      contributor: [
        link("Person", "guests/vincent-van-gogh", "Vincent van Gogh"),
        link("Person", "guests/martin-luther-king", "Martin Luther King Jr."),
        link("Person", "guests/plato", "Plato"),
        link("Person", "guests/collective", "The Example Collective"),
      ],
      associatedMedia: [
        {
          "@type": "AudioObject",
          contentUrl: "https://media.example/full.mp3",
          encodingFormat: "audio/mpeg",
          contentSize: "52428800 B",
          duration: "PT1H2M3S",
          caption: [
            { "@type": "MediaObject", contentUrl: `${base}/episodes/full/transcript.vtt`, encodingFormat: "text/vtt" },
          ],
        },
        {
          "@type": "VideoObject",
          name: "Everything: a & b",
          embedUrl: "https://www.youtube.com/embed/dQw4w9WgXcQ",
          thumbnailUrl: `${base}/images/full.png`,
          uploadDate: "2020-03-01",
          description: "All of it.",
        },
      ],
      hasPart: [
        { "@type": "Clip", name: "Beginning", startOffset: 0, endOffset: 750, url: `${base}/episodes/full/#t=5` },
        { "@type": "Clip", name: "Middle", startOffset: 750, endOffset: 3540, url: `${base}/episodes/full/#t=5` },
        { "@type": "Clip", name: "End", startOffset: 3540, endOffset: 3723, url: `${base}/episodes/full/#t=754` },
      ],
      about: [link("DefinedTerm", "topics/search", "Full-text search")],
      mentions: [link("Book", "resources/a-book", "A Book"), link("Course", "resources/the-course", "The Course")],
    });
  });

  it("an episode of which hardly anything is known, in its show's picture", () => {
    assert.deepEqual(treeOf("episodes/bare/index.html").mainEntity, {
      ...link("PodcastEpisode", "episodes/bare", "Bare"),
      url: `${base}/episodes/bare/`,
      inLanguage: "de-AT",
      license: "https://creativecommons.org/licenses/by-sa/4.0/",
    });
    const { datePublished, image } = treeOf("episodes/month/index.html").mainEntity;
    assert.deepEqual({ datePublished, image }, { datePublished: "2021-04", image: `${base}/images/hour.png` });
  });

  it("a video without a picture: no VideoObject, which would need one", () => {
    assert.deepEqual(
      treeOf("episodes/hostile/index.html").mainEntity.associatedMedia.map((media) => media["@type"]),
      ["MediaObject"],
    );
  });

  it("a person", () => {
    const { subjectOf, ...person } = treeOf("guests/nora/index.html").mainEntity;
    assert.deepEqual(person, {
      ...link("Person", "guests/nora", "Nora Vance"),
      url: `${base}/guests/nora/`,
      description: "Nora asks\u2028and\u2029listens.",
      image: `${base}/images/nora.png`,
      givenName: "Nora",
      familyName: "Vance",
      jobTitle: "Host of the Hour",
      sameAs: ["https://social.example/@nora", "https://nora.example/"],
    });
    assert.deepEqual(subjectOf.map(({ name }) => name).sort(), [
      "A month",
      'Ends </script><script>alert(1)</script> & <!-- "here" -->',
      "Everything: a & b",
    ]);
  });

  it("a topic", () => {
    const terms = { "@type": "DefinedTermSet", "@id": `${base}/topics/`, name: "Said & Done: Topics" };
    assert.deepEqual(treeOf("topics/search/index.html").mainEntity, {
      ...link("DefinedTerm", "topics/search", "Full-text search"),
      url: `${base}/topics/search/`,
      description: "Finding words.",
      termCode: "search",
      alternateName: ["search engine"],
      inDefinedTermSet: terms,
      subjectOf: [link("PodcastEpisode", "episodes/full", "Everything: a & b")],
    });
    assert.deepEqual(treeOf("topics/index.html").mainEntity, terms);
    assert.deepEqual(
      treeOf("topics/stemming/index.html").breadcrumb.itemListElement.map(({ name }) => name),
      ["Said & Done", "Topics", "Full-text search", "Stemming"],
    );
  });

  it("a resource, wherever it is itself", () => {
    assert.deepEqual(treeOf("resources/a-book/index.html").mainEntity, {
      ...link("Book", "resources/a-book", "A Book"),
      url: "https://book.example/",
      author: [link("Person", "guests/nora", "Nora Vance"), { name: "The W3C" }],
      datePublished: "2008",
      isbn: "9780521865715",
      sameAs: "https://doi.org/10.1000/182",
      about: [link("DefinedTerm", "topics/search", "Full-text search")],
      subjectOf: [link("PodcastEpisode", "episodes/full", "Everything: a & b")],
    });
    const types = Object.fromEntries(
      ["the-course", "an-article", "a-paper", "a-tool", "a-site", "a-talk", "an-episode", "a-thing"].map((slug) => [
        slug,
        treeOf(`resources/${slug}/index.html`).mainEntity["@type"],
      ]),
    );
    assert.deepEqual(types, {
      "the-course": "Course",
      "an-article": "Article",
      "a-paper": "ScholarlyArticle",
      "a-tool": "SoftwareApplication",
      "a-site": "WebSite",
      "a-talk": "CreativeWork",
      "an-episode": "PodcastEpisode",
      "a-thing": "CreativeWork",
    });
  });

  it("a page: when it last changed", () => {
    assert.equal(treeOf("resources/a-book/index.html").dateModified, "2024-05");
    assert.equal(treeOf("topics/search/index.html").dateModified, dateOf("topics/search/index.html"));
  });

  it("a version of a page: that it is one, of the same thing", () => {
    const { file } = siteOf("everything").pages.find((one) => one.file.includes("/v/"));
    const { breadcrumb, isPartOf, ...version } = treeOf(file);
    const [, date, hash] = /(\d{4}-\d\d-\d\d)-(\w+)\/index\.html$/.exec(file);
    assert.deepEqual(version, {
      "@context": "https://schema.org",
      "@type": "WebPage",
      url: `${base}/${file.replace("index.html", "")}`,
      name: "Full-text search",
      inLanguage: "de-AT",
      dateModified: date,
      image: `${base}/${file.replace("index.html", "share.png")}`,
      isAccessibleForFree: true,
      version: hash,
      mainEntity: link("DefinedTerm", "topics/search", "Full-text search"),
    });
    assert.deepEqual(
      breadcrumb.itemListElement.map(({ name }) => name),
      ["Said & Done", "Full-text search", "Full-text search"],
    );
  });

  it("a show", () => {
    const { hasPart, ...show } = treeOf("shows/hour/index.html").mainEntity;
    assert.deepEqual(show, {
      ...link("PodcastSeries", "shows/hour", "The Hour"),
      url: `${base}/shows/hour/`,
      description: "An hour of talk.",
      image: `${base}/images/hour.png`,
      sameAs: "https://hour.example",
      webFeed: "https://hour.example/feed.xml",
      inLanguage: "de-AT",
      author: [link("Person", "guests/nora", "Nora Vance")],
    });
    assert.deepEqual(
      hasPart.map(({ name }) => name),
      ["A month", "Everything: a & b"],
    );
  });

  it("the site", () => {
    assert.deepEqual(treeOf("index.html"), {
      "@context": "https://schema.org",
      "@type": "WebSite",
      "@id": `${base}/`,
      url: `${base}/`,
      name: "Said & Done",
      inLanguage: "de-AT",
      dateModified: dateOf("index.html"),
      description: "A base for tests of metadata.",
      license: "https://creativecommons.org/licenses/by-sa/4.0/",
      image: `${base}/share.png`,
      potentialAction: {
        "@type": "SearchAction",
        target: { "@type": "EntryPoint", urlTemplate: `${base}/search/?q={search_term_string}` },
        "query-input": "required name=search_term_string",
      },
    });
  });
});
