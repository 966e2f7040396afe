import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { saysMore } from "../../parts/LinkState";
import { openPage } from "../../testing/openPage";
import { payments } from "../../testing/payments";
import { serve, type Thing } from "../../testing/world";

/** The payments project with other facts on the link that makes R-43 stale. */
function linked(facts: Thing): Thing {
  const world = payments();
  const project = (world.projects as Thing[])[0] as Thing;
  const stale = (project.requirement as (args: { key: string }) => Thing)({ key: "R-43" });
  Object.assign((stale.traceLinks as Thing[])[0] as Thing, facts);
  return world;
}

const ofCase = { requirementVersion: 2, testCaseVersion: 1, changedFields: ["TEST_CASE.STEPS", "TEST_CASE.TITLE"] };
const ofBoth = { testCaseVersion: 1, changedFields: ["REQUIREMENT.TEXT", "TEST_CASE.STEPS"] };
const unknown = { changedFields: [], reason: "requirement v1 → v2" };

describe("why a requirement is stale", () => {
  it.each([
    ["the case alone", ofCase, "C-340: the case changed from v1 to v2 (Steps, Title)."],
    [
      "both ends",
      ofBoth,
      "C-340: the requirement changed from v1 to v2 (Text); the case changed from v1 to v2 (Steps).",
    ],
    ["an end whose fields nobody knows", unknown, "C-340: the requirement changed from v1 to v2."],
  ])("names %s", async (_, facts, words) => {
    serve(linked(facts));
    openPage("/p/PAY/requirements/R-43");
    const why = await screen.findByRole("region", { name: "Why is this stale?" });
    expect(why.textContent).toContain(words);
  });

  it("names both ends in Chinese", async () => {
    serve(linked(ofBoth));
    openPage("/p/PAY/requirements/R-43", "zh-CN");
    const why = await screen.findByRole("region", { name: "为什么已过期？" });
    expect(why.textContent).toContain("C-340：需求已从 v1 改为 v2（正文）；用例已从 v1 改为 v2（步骤）。");
  });
});

describe("the reason of a link", () => {
  it("is left out where the page says the same in its own words, in cells that wrap", async () => {
    serve(linked({ reason: "requirement v1 → v2: TEXT" }));
    openPage("/p/PAY/requirements/R-43");
    const table = await screen.findByRole("table", { name: "Test cases" });
    const cell = within(table).getByText("Changed: Requirement: Text").closest("td");
    expect(cell?.className).toBe("note");
    expect(document.body.textContent).not.toContain("v1 → v2");
  });

  it("is shown when somebody affirmed or retired the link", async () => {
    serve(linked({ state: "VALID", requirementVersion: 2, changedFields: [], reason: "Only the wording differs" }));
    openPage("/p/PAY/requirements/R-43");
    const table = await screen.findByRole("table", { name: "Test cases" });
    expect(within(table).getByText("Only the wording differs")).toBeTruthy();
  });

  it.each([
    ["", [], false],
    ["requirement v1 → v2: TEXT", ["REQUIREMENT.TEXT"], false],
    [
      "requirement v1 → v2: TEXT, TITLE; test case v2 → v3: STEPS",
      ["REQUIREMENT.TEXT", "REQUIREMENT.TITLE", "TEST_CASE.STEPS"],
      false,
    ],
    ["requirement v1 → v2: TEXT; test case v2 → v3", ["REQUIREMENT.TEXT"], true],
    ["requirement v1 → v2: TEXT", [], true],
    ["R-4 is in the trash", [], true],
    ["nothing that counts differs any more; affirm it", [], true],
  ])("%j with %j says more: %s", (reason, changedFields, more) => {
    expect(saysMore({ reason, changedFields })).toBe(more);
  });
});
