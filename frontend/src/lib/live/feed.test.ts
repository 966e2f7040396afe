import { afterEach, expect, it } from "vitest";
import { fakeServer } from "../../testing/fakeServer";
import { Feed } from "./feed";
import { backOff } from "./patience";

let feed: Feed | undefined;

afterEach(() => feed?.close());

it("an answer from before the stream began may lack what the stream will never bring", () => {
  fakeServer(() => ({ body: {} }));
  feed = new Feed("PAY");
  feed.begin({ cursor: "a10", seq: 10 });
  feed.begin({ cursor: "a8", seq: 8 });
  const nothing = () => false;
  expect([9, 10, 11].map((seq) => feed?.missed(seq, nothing))).toEqual([true, false, false]);
});

it("waits anything up to a bound that doubles from half a second to half a minute", () => {
  const bounds = Array.from({ length: 9 }, (_, failures) => backOff(failures, () => 1));
  expect(bounds).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  expect(backOff(3, () => 0.25)).toBe(1_000);
});
