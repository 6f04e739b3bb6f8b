import { operation, supportedFormats, supportedMedia, supportedSides } from './ipp-attributes.ts';
import { groupTag, valueTag, type Attribute, type IppRequest } from './ipp-codec.ts';

/** Status codes of RFC 8011 appendix B. */
export const status = {
  ok: 0x0000,
  okSubstituted: 0x0001,
  badRequest: 0x0400,
  notPossible: 0x0404,
  notFound: 0x0406,
  formatNotSupported: 0x040a,
  valuesNotSupported: 0x040b,
  charsetNotSupported: 0x040d,
  compressionNotSupported: 0x040f,
  operationNotSupported: 0x0501,
  versionNotSupported: 0x0503,
} as const;

/** What RFC 8011 §4.1 demands of every request before its operation is looked at. */
export function malformed({ version: [major], requestId, groups, operation: asked }: IppRequest): number | undefined {
  if (major !== 1 && major !== 2) return status.versionNotSupported;
  const [first] = groups;
  const [charset, language] = first?.attributes ?? [];
  if (requestId < 1 || first?.tag !== groupTag.operation) return status.badRequest;
  if (charset?.name !== 'attributes-charset' || charset.tag !== valueTag.charset) return status.badRequest;
  if (language?.name !== 'attributes-natural-language' || language.tag !== valueTag.language) return status.badRequest;
  if (!['utf-8', 'us-ascii'].includes(String(charset.values[0]).toLowerCase())) return status.charsetNotSupported;
  const aims = first.attributes.map(({ name }) => name);
  const aimed = aims.includes('printer-uri') || (aims.includes('job-uri') && isJobOperation(asked));
  return aimed ? undefined : status.badRequest;
}

const isJobOperation = (code: number): boolean => code === operation.cancelJob || code === operation.getJobAttributes;

/** Judges a print ticket: with fidelity asked for, what the press cannot do is refused, else it is substituted (RFC 8011 §4.2.1). */
export function judged(request: IppRequest): number {
  const supports = (name: string, values: readonly unknown[]): boolean => {
    const asked = valueOf(request, name);
    return asked === undefined || values.includes(asked);
  };
  if (!supports('compression', ['none'])) return status.compressionNotSupported;
  if (!supports('document-format', supportedFormats)) return status.formatNotSupported;
  const fits = supports('copies', [1]) && supports('sides', supportedSides) && supports('media', supportedMedia);
  if (fits) return status.ok;
  return valueOf(request, 'ipp-attribute-fidelity') === true ? status.valuesNotSupported : status.okSubstituted;
}

/** The first value of an attribute, in whichever group it came. */
export function valueOf(request: IppRequest, name: string): Attribute['values'][number] | undefined {
  for (const group of request.groups)
    for (const attribute of group.attributes) if (attribute.name === name) return attribute.values[0];
  return undefined;
}

/** The attribute names that the client asked for. */
export function requested(request: IppRequest, otherwise: readonly string[]): readonly string[] {
  const asked = request.groups[0]?.attributes.find(({ name }) => name === 'requested-attributes');
  return asked ? asked.values.map(String) : otherwise;
}

/** The attributes asked for, singly, by group name, or all. */
export function chosen(asked: readonly string[], groups: Readonly<Record<string, readonly Attribute[]>>): Attribute[] {
  return Object.entries(groups).flatMap(([group, attributes]) =>
    attributes.filter(({ name }) => asked.includes('all') || asked.includes(group) || asked.includes(name)),
  );
}
