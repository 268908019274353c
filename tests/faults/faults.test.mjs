// A short form of attack.mjs: each kind of call fails here and there, and every
// step in which the new site takes the place of the old one is a kill.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Arena, attackAll, attacksOn, killsOfPublishing } from "./attack.mjs";

let arena;
before(() => {
  arena = new Arena();
});
after(() => arena?.close());

test("the attacked site has some 400 files, of which some are new, changed, removed and the same", () => {
  const { old, new: now } = arena;
  const files = Object.keys(now.site);
  assert.ok(files.length > 400, `${files.length} files`);
  assert.ok(files.some((file) => !old.site[file]));
  assert.ok(Object.keys(old.site).some((file) => !now.site[file]));
  assert.ok(files.some((file) => old.site[file] && old.site[file] !== now.site[file]));
  assert.ok(files.some((file) => old.site[file] === now.site[file]));
});

test("calls that fail and kills all over a build leave the old site or the new one, and are said truly", async () => {
  const all = attacksOn(arena, 1).length;
  assert.deepEqual(await attackAll(arena, attacksOn(arena, 60 / all)), []);
});

test("a kill at any step of taking the place leaves an old site or a new one, which the next build makes", async () => {
  assert.deepEqual(await attackAll(arena, killsOfPublishing(arena, 12)), []);
});
