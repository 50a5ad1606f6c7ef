import type { Definition } from '../definition/definition.ts';

/** The formats that can be read, in the order in which they are recognised. */
export const readableFormats = [
  'shoal-json',
  'shoal-yaml',
  'ipvsadm-save',
  'ipvsadm-listing',
  'keepalived',
  'lvs-cf',
  'ldirectord',
] as const;
export type ReadableFormat = (typeof readableFormats)[number];

/** The formats that can be written. */
export const writableFormats = ['ipvsadm-save', 'keepalived', 'shoal-json', 'shoal-yaml', 'script'] as const;
export type WritableFormat = (typeof writableFormats)[number];

/** What a reader made of a file: a definition, and a note for each line that says something. */
export type ReadFile =
  | {
      readonly ok: true;
      readonly format: ReadableFormat;
      readonly definition: Definition;
      /** In the order of the lines. Every line with content is in one note at least. */
      readonly notes: readonly Note[];
    }
  /** Nothing could be made of it; the notes say why, with lines where they are known. */
  | { readonly ok: false; readonly format: ReadableFormat | null; readonly notes: readonly Note[] };

interface Lines {
  /** First and last line, counted from 1; both 0 for what concerns the whole file. */
  readonly line: number;
  readonly lastLine: number;
}

export type Note = Lines &
  (
    | {
        /** Carried over. */
        readonly kind: 'taken';
        /** What it became, in LVS's own words: `TCP 10.0.0.4:80 wrr persistent 300`, `10.0.0.21:80 weight 3`. */
        readonly text: string;
      }
    | {
        /** `remark`: carried over, and something about it is worth knowing. `left-out`: not carried over. */
        readonly kind: 'remark' | 'left-out';
        readonly code: NoteCode;
        /**
         * What the message is about: a directive, a value, a name. Shortened to 200 characters.
         *
         * For `refused-by-definition` it is the problem, a code of the message catalogues (`port-needs-masquerading`);
         * for `name-changed` both names (`web site → web-site`); for `too-many` the most that a definition holds.
         */
        readonly about: string;
      }
  );

/** A reason, as the message catalogues name it; `{about}` is the only thing that its text can have in it. */
export type NoteCode =
  // Of the whole file.
  | 'empty-file'
  | 'unknown-format'
  | 'too-large'
  | 'too-many-lines'
  | 'binary'
  | 'no-services'
  | 'wrong-encoding'
  | 'nested-too-deep'
  // Grammar.
  | 'syntax'
  | 'block-not-closed'
  | 'block-not-opened'
  | 'value-missing'
  | 'value-invalid'
  | 'trailing-comment'
  | 'comment'
  | 'directive-unknown'
  | 'other-grammar'
  | 'outside-of-a-block'
  | 'given-twice'
  /** Its own program would refuse it as it is written; what is meant is clear. */
  | 'lax-grammar'
  /** A command that changes a table and doesn’t say what stands in it: `-C`, `-E`, `-D`. */
  | 'not-a-rule'
  // What Shoal has no counterpart of, each with its reason.
  | 'no-checks'
  /** A service has one check here, and its real servers have others, or none: the first one’s was taken. */
  | 'check-of-service'
  | 'no-sorry-server'
  | 'no-quorum'
  | 'no-notification'
  | 'no-vrrp'
  | 'no-failover-pair'
  | 'no-sync-daemon'
  | 'no-include'
  /** keepalived’s `$NAME` that can’t be filled in, `~SEQ` and `~LST`. */
  | 'no-parameters'
  /** keepalived’s `@name`: a line for some directors only. */
  | 'no-conditions'
  | 'no-process-settings'
  | 'no-virtual-address-set-up'
  | 'inactive'
  // What a definition refuses.
  | 'address-invalid'
  | 'host-name'
  | 'port-unknown'
  | 'scheduler-unknown'
  | 'weight-out-of-range'
  | 'fwmark-out-of-range'
  | 'protocol-unknown'
  | 'forwarding-unknown'
  | 'netmask-invalid'
  | 'timeout-out-of-range'
  | 'service-twice'
  | 'destination-twice'
  | 'destination-without-service'
  | 'service-without-address'
  | 'name-changed'
  | 'name-twice'
  | 'default-taken'
  /** Direct routing and tunneling keep the service’s port: `10.0.0.21:8080 → 80`. */
  | 'port-of-service'
  | 'port-ignored'
  | 'not-in-effect'
  | 'has-faults'
  | 'too-many'
  | 'refused-by-definition';
