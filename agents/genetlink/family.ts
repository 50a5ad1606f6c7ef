import { constants } from 'node:os';
import type { NetlinkConnection } from '../netlink/netlink-connection.ts';
import { NetlinkError } from '../netlink/netlink-error.ts';
import { AttributeReader, readAttributes } from '../netlink/read-attributes.ts';
import { attributesStart, writeGenetlinkHeader } from './genetlink-header.ts';

const { ENOENT } = constants.errno;

/** `GENL_ID_CTRL`, the family that knows the others, and its words, of `linux/genetlink.h`. */
const controller = { id: 16, version: 1, getFamily: 3, familyId: 1, familyName: 2 } as const;

/**
 * A generic netlink family, whose id the kernel gives at run time.
 *
 * Asking for it loads the module (`genl_ctrl` requests `net-pf-16-proto-16-family-IPVS`). The id changes when the
 * module is unloaded and loaded again; the old one then answers ENOENT, as a missing destination does.
 */
export class Family {
  readonly #name: string;
  readonly #connection: NetlinkConnection;
  #id: Promise<number> | null = null;

  constructor(name: string, connection: NetlinkConnection) {
    this.#name = name;
    this.#connection = connection;
  }

  /** The family's id. Throws ENOENT when the kernel has no such family. */
  id(): Promise<number> {
    this.#id ??= this.#resolve().catch((error: unknown) => {
      this.#id = null;
      throw error;
    });
    return this.#id;
  }

  /**
   * What `run` gives for the family's id; once more with the new id where `isStale` says that the old one answered
   * ENOENT and the kernel now has another.
   */
  async withId<T>(run: (id: number) => Promise<T>, isStale: (outcome: T) => boolean = () => false): Promise<T> {
    const id = await this.id();
    try {
      const outcome = await run(id);
      return isStale(outcome) && (await this.#changed(id)) ? run(await this.id()) : outcome;
    } catch (error) {
      if (error instanceof NetlinkError && error.errno === ENOENT && (await this.#changed(id)))
        return run(await this.id());
      throw error;
    }
  }

  async #changed(id: number): Promise<boolean> {
    this.#id = null;
    return (await this.id()) !== id;
  }

  async #resolve(): Promise<number> {
    const answers = await this.#connection.command({
      type: controller.id,
      command: 'GETFAMILY',
      write: (writer) => {
        writeGenetlinkHeader(writer, controller.getFamily, controller.version);
        writer.text(controller.familyName, this.#name);
      },
    });
    let id: number | null = null;
    for (const message of answers) {
      const reader = new AttributeReader(message.bytes, { [controller.familyId]: 'FAMILY_ID' });
      readAttributes(message.bytes, attributesStart(message), message.end, (type, at, length) => {
        if (type === controller.familyId) id = reader.u16(type, at, length);
      });
    }
    if (id === null) throw new NetlinkError('GETFAMILY', ENOENT, 'an answer without an id');
    return id;
  }
}
