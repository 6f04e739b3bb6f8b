import type { Day } from './day.ts';
import { ordinaryLot, type Mishap } from './mishaps.ts';

/** What the timeline of some letter of the day must say, line after line with anything in between. */
type Story = readonly RegExp[];

const reprinted = /copy 2: Counted by the carrier/;
const missing: Story = [/Not counted by the carrier: missing/, /Case opened: the carrier misses/];
const acknowledged: Story = [/deposit \d+: Left the site/, /copy \d: Counted by the carrier/, /deposit \d+: Accepted/];

/** How the letters tell a mishap. A person that tidies puts an envelope back before anybody knows that it was gone. */
const stories: Readonly<Record<Mishap, (tidies: boolean) => readonly Story[]>> = {
  jam: () => [],
  unknown_answer: () => [[/lot \d+: Given to the printer, once/, /copy 1: Printed/]],
  swap: () => [[/copy 1: Suspect.*sheet/, /copy 1: Spoiled/, reprinted]],
  double_feed: () => [
    [/copy 1: (Put aside|Suspect)/, /copy 1: Spoiled.*sheets[_ ]found/, reprinted],
    [/copy 1: (Put aside|Suspect)/, /copy 1: Spoiled.*opened[_ ]from/, reprinted],
  ],
  divert: () => [
    [/copy 1: Put aside/, /copy 1: (Scanned into tray \d+ by a person|Spoiled)/, /Counted by the carrier/],
  ],
  drop: () => [
    [/copy 1: Suspect/, /copy 1: (Scanned into tray \d+ by a person|Spoiled).*floor/, /Counted by the carrier/],
  ],
  hand: (tidies) =>
    tidies ? [] : [[...missing, /Scanned into tray \d+ by a person.*seen[_ ]desk/, /Counted by the carrier/]],
  lose: () => [[...missing, /Case closed: the envelope is given up for lost/, /Lost/]],
  lose_and_find: () => [[...missing, /was found by the carrier/]],
  refuse: (tidies) => [
    [
      /Handed back by the carrier/,
      /Case opened: the carrier refused/,
      tidies ? /Scanned into tray \d+ by a person.*back[_ ]from[_ ]post/ : /Spoiled.*back[_ ]from[_ ]post/,
      tidies ? /Counted by the carrier/ : reprinted,
    ],
  ],
  late_acknowledgement: () => [acknowledged],
  partial_acknowledgement: () => [acknowledged],
  reordered_acknowledgement: () => [acknowledged],
  lost_on_the_way: () => [[/Accepted by the carrier/, /letter \d+: Lost/]],
  // Told of both at once, a letter rests where the later one brings it.
  returned_late: () => [[/letter \d+: (Delivered|News from the carrier: .*distribué)/, /letter \d+: Came back/]],
};

/** The stories of a mishap that no letter of the day tells: the words that were looked for, and the letter that came closest. */
export function untold(day: Day, mishap: Mishap): string[] {
  const told = day.letters.map(({ timeline }) =>
    timeline.map(({ name, words, reason }) => `${name}: ${words}${reason === null ? '' : ` (${reason})`}`),
  );
  return stories[mishap](day.tidies)
    .filter((story) => !told.some((lines) => toldOf(lines, story) === story.length))
    .map((story) => {
      const closest = told.toSorted((one, other) => toldOf(other, story) - toldOf(one, story))[0] ?? [];
      return `${mishap}: ${story.map(({ source }) => source).join(' … ')}\n  closest:\n  ${closest.join('\n  ')}`;
    });
}

/** How many parts of the story the lines tell, in its order. */
function toldOf(lines: readonly string[], story: Story): number {
  let from = 0;
  const untoldFrom = story.findIndex((words) => {
    const at = lines.findIndex((line, i) => i >= from && words.test(line));
    from = at + 1;
    return at < 0;
  });
  return untoldFrom < 0 ? story.length : untoldFrom;
}

/** The sheets that a jam printed again, as the lot's balance says. */
export const doubledSheets = ({ lots, firstLot }: Day): number | null | undefined =>
  lots.find(({ number }) => number === firstLot + ordinaryLot - 1)?.balances.sheets.duplicate;
