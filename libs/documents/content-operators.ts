/** What stands before an operator of a content stream, as far as fonts and drawn text are concerned. */
export type Operands = {
  /** The last name, without its slash. */
  readonly name: string | undefined;
  /** The last number. */
  readonly number: number | undefined;
  /** Whether a string with at least one byte stands among them, alone or in an array. */
  readonly text: boolean;
};

/** Where an operator with all that stands before it lies in its stream, as byte offsets. */
export type OperatorPlace = { readonly from: number; readonly to: number };

const sign = (text: string) => text.charCodeAt(0);
const PERCENT = sign('%');
const SLASH = sign('/');
const OPEN = sign('(');
const CLOSE = sign(')');
const LESS = sign('<');
const GREATER = sign('>');
const BACKSLASH = sign('\\');

const [BLANK, DELIMITER, DIGIT] = [1, 2, 3];
const kinds = new Uint8Array(256);
for (const blank of [0, 9, 10, 12, 13, 32]) kinds[blank] = BLANK;
for (const delimiter of '()<>[]{}/%') kinds[sign(delimiter)] = DELIMITER;
for (const digit of '+-.0123456789') kinds[sign(digit)] = DIGIT;

/** No operator is longer than three bytes, and no name of a resource that we look for longer than this. */
const longestName = 127;

/**
 * Reads a decoded content stream (PDF 32000-1, 7.8.2) and gives each operator with what stands before it. Reads every byte once, whatever
 * the bytes are: what makes no sense is passed over, as viewers do.
 */
export function readOperators(
  content: Buffer,
  onOperator: (operator: string, operands: Operands, place: OperatorPlace) => void,
): void {
  const end = content.length;
  let began = 0;
  let name: string | undefined;
  let number: [number, number] | undefined;
  let text = false;
  let at = 0;
  const skipRegular = () => {
    while (at < end && kinds[content[at] as number] !== BLANK && kinds[content[at] as number] !== DELIMITER) at++;
  };

  while (at < end) {
    const here = content[at] as number;
    const kind = kinds[here];
    if (kind === BLANK) at++;
    else if (kind === DIGIT) {
      const from = at;
      skipRegular();
      number = [from, at];
    } else if (here === PERCENT) while (at < end && content[at] !== 10 && content[at] !== 13) at++;
    else if (here === OPEN || (here === LESS && content[at + 1] !== LESS)) {
      const from = at;
      at = here === OPEN ? endOfString(content, at) : endOfHex(content, at);
      text ||= at - from > 2;
    } else if (here === SLASH) {
      const from = ++at;
      skipRegular();
      name = nameOf(content.toString('latin1', from, Math.min(at, from + longestName)));
    } else if (here === LESS) at += 2;
    else if (kind === DELIMITER) at++;
    else {
      const from = at;
      skipRegular();
      const operator = content.toString('latin1', from, Math.min(at, from + 6));
      if (operator === 'true' || operator === 'false' || operator === 'null') continue;
      const digits = number && content.toString('latin1', number[0], Math.min(number[1], number[0] + 20));
      onOperator(
        operator,
        { name, number: digits === undefined ? undefined : Number.parseFloat(digits), text },
        { from: began, to: at },
      );
      if (operator === 'ID') at = endOfInlineImage(content, at);
      began = at;
      name = number = undefined;
      text = false;
    }
  }
}

function endOfString(content: Buffer, from: number): number {
  let depth = 0;
  for (let at = from; at < content.length; at++) {
    const byte = content[at];
    if (byte === BACKSLASH) at++;
    else if (byte === OPEN) depth++;
    else if (byte === CLOSE && --depth === 0) return at + 1;
  }
  return content.length;
}

function endOfHex(content: Buffer, from: number): number {
  const close = content.indexOf(GREATER, from);
  return close < 0 ? content.length : close + 1;
}

/** An inline image ends at an EI between blanks; viewers look for it likewise. */
function endOfInlineImage(content: Buffer, from: number): number {
  for (let at = content.indexOf('EI', from, 'latin1'); at >= 0; at = content.indexOf('EI', at + 2, 'latin1'))
    if (kinds[content[at - 1] ?? 0] === BLANK && kinds[content[at + 2] ?? 0] === BLANK) return at + 2;
  return content.length;
}

const nameOf = (written: string): string =>
  written.includes('#')
    ? written.replace(/#([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : written;
