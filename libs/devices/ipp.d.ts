/** The part of the npm package `ipp` that Pli uses; the package carries no types of its own. */
declare module 'ipp' {
  type AttributeValue = string | number | boolean | readonly (string | number)[] | undefined;
  type AttributeGroup = Record<string, AttributeValue>;
  interface Message {
    version?: string;
    operation?: string;
    statusCode?: string;
    id?: number;
    'operation-attributes-tag'?: AttributeGroup;
    'printer-attributes-tag'?: AttributeGroup | AttributeGroup[];
    'job-attributes-tag'?: AttributeGroup | AttributeGroup[];
    'unsupported-attributes-tag'?: AttributeGroup | AttributeGroup[];
  }
  const ipp: {
    serialize(message: Message): Buffer;
    parse: ((answer: Buffer) => Message) & {
      handleUnknownTag: (tag: number, name: string, length: number, read: (length: number) => string) => unknown;
    };
  };
  export type { AttributeGroup, AttributeValue, Message };
  export default ipp;
}
