/** Texts that need no quotes in YAML: names and keys that no version of it takes for a number, a date or a keyword. */
export const plainText =
  /^(?!(?:null|true|false|yes|no|on|off|y|n)$)[a-z][a-z0-9._-]*$|^(?:(?:TCP|UDP|SCTP) )?\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?$|^fwmark \d+(?: IPv6)?$/i;
