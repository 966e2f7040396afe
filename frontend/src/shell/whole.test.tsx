import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { openPage } from "../testing/openPage";
import { payments } from "../testing/payments";
import { serve, type Thing } from "../testing/world";

const many = 60;
const when = "2026-11-23T02:14:00Z";
const make = (thing: (n: number) => Thing) => Array.from({ length: many }, (_, at) => thing(at + 1));
type Get = (args: { key: string }) => Thing;

/** The payments project in which every list of one thing is longer than a page of it. */
function crowded(): Thing {
  const world = payments();
  const project = (world.projects as Thing[])[0] as Thing;
  const red = (project.requirement as Get)({ key: "R-41" });
  const testCase = (project.testCase as Get)({ key: "C-340" });
  const defect = (project.defect as Get)({ key: "D-7" });
  const execution = (project.executions as Thing[])[0] as Thing;
  const requirements = make((n) => ({ id: `req_m${n}`, key: `R-9${n}`, title: `Rule ${n}` }));
  const defects = make((n) => ({ id: `def_m${n}`, key: `D-9${n}`, title: `Fault ${n}` }));
  const comments = make((n) => ({ id: `cmt_${n}`, createdAt: when, text: `Remark ${n}` }));
  const attachments = make((n) => ({ id: `att_${n}`, name: `picture-${n}.png`, mediaType: "image/png" }));
  const versions = make((n) => ({ number: many + 1 - n, createdAt: when, changes: [] }));
  const executions = make((n) => ({ ...execution, id: `exec_m${n}`, message: `Time ${n}` }));
  Object.assign(red, { refines: requirements, refinedBy: requirements, versions });
  for (const thing of [red, testCase, defect, execution]) Object.assign(thing, { comments, attachments });
  Object.assign(testCase, { suites: make((n) => ({ id: `suite_m${n}`, path: ["All", `Suite ${n}`] })), versions });
  Object.assign(execution, { defects });
  Object.assign(execution.signature as Thing, { executions });
  Object.assign(defect, { duplicates: defects });
  return { ...world, projects: make((n) => ({ key: `P${n}`, name: `Project ${n}` })) };
}

it.each([
  ["/p/PAY/requirements/R-41", "Refines 60", 50, "Rule 60"],
  ["/p/PAY/requirements/R-41", "Refined by 60", 50, "Rule 60"],
  ["/p/PAY/requirements/R-41", "Versions 60", 50, "v1"],
  ["/p/PAY/requirements/R-41", "Comments 60", 50, "Remark 60"],
  ["/p/PAY/cases/C-340", "Versions 60", 50, "v1"],
  ["/p/PAY/cases/C-340", "Attachments 60", 50, "picture-60.png"],
  ["/p/PAY/executions/exec_1", "Defects 60", 50, "Fault 60"],
  ["/p/PAY/executions/exec_1", "Failures in the same words 60", 20, "Time 60"],
  ["/p/PAY/executions/exec_1", "Comments 60", 50, "Remark 60"],
  ["/p/PAY/defects/D-7", "Same flaw 60", 50, "Fault 60"],
  ["/p/PAY/defects/D-7", "Attachments 60", 50, "picture-60.png"],
])(
  "%s: %s says that %i are shown, and shows the rest",
  async (address, name, shown, last) => {
    serve(crowded());
    openPage(address);
    // Looking by text and not by role: reading the roles of a thousand cells takes seconds.
    const isTitle = (_: string, element: Element | null) => element?.tagName === "H2" && element.textContent === name;
    const title = await screen.findByText(isTitle, undefined, { timeout: 5000 });
    const block = within(title.closest("section") as HTMLElement);
    expect(block.queryByText(last)).toBeNull();
    await userEvent.click(block.getByText(`Show more: ${shown} of ${many}`));
    await waitFor(() => expect(block.getAllByText(last).length).toBeGreaterThan(0), { timeout: 5000 });
    expect(block.queryByText(/Show more/)).toBeNull();
  },
  20_000,
);

it("the suites of a case and the projects of a workspace do not stop in silence either", async () => {
  serve(crowded());
  const page = openPage("/p/PAY/cases/C-340");
  await userEvent.click(await screen.findByText("Show more: 20 of 60", undefined, { timeout: 5000 }));
  expect(await screen.findByText("All › Suite 60", undefined, { timeout: 5000 })).toBeTruthy();
  page.unmount();
  openPage("/");
  await userEvent.click(await screen.findByText("Show more: 50 of 60", undefined, { timeout: 5000 }));
  expect(await screen.findByText("Project 60", undefined, { timeout: 5000 })).toBeTruthy();
}, 20_000);

it("the overview says what its counts are of, since a red requirement may stand beside zeros", async () => {
  serve(payments());
  openPage("/p/PAY");
  const top = await screen.findByRole("region", { name: "Top requirements 1" });
  expect(top.textContent).toContain("The counts are of a requirement’s own cases");
});
