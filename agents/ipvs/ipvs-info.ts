import { AttributeReader, readAttributes } from '../netlink/read-attributes.ts';
import { infoAttribute as attribute, namesOf } from './attributes.ts';

export interface IpvsInfo {
  /** Such as `1.2.1`, the first line of `ipvsadm -L`. */
  readonly version: string;
  readonly connectionTableSize: number;
}

const names = namesOf(attribute, 'INFO');

/** What GET_INFO answers, in an attribute set of its own. */
export function readInfo(bytes: Buffer, start: number, end: number): IpvsInfo {
  const reader = new AttributeReader(bytes, names);
  let version = 0;
  let connectionTableSize = 0;
  readAttributes(bytes, start, end, (type, at, length) => {
    if (type === attribute.VERSION) version = reader.u32(type, at, length);
    else if (type === attribute.CONN_TAB_SIZE) connectionTableSize = reader.u32(type, at, length);
  });
  return { version: `${(version >> 16) & 255}.${(version >> 8) & 255}.${version & 255}`, connectionTableSize };
}
