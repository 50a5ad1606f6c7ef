/** `OPS-123`, as Jira and its like write it, or `#123`; not inside a longer word, and `UTF-8` alone is none. */
const pattern = /(?<![\p{L}\p{N}_-])(?:[A-Z][A-Z0-9]{1,9}-[1-9]\d{0,9}|#[1-9]\d{0,9})(?![\p{L}\p{N}_-])/gu;

/** What looks like a ticket and is a standard's name. */
const standards = /^(?:UTF|ISO|RFC|SHA|TLS|IPV|MD|AES|X|CVE)-/;

/** The first ticket that a reason names, such as `OPS-123` or `#123`; null when it names none. */
export function ticketOf(reason: string | null | undefined): string | null {
  for (const [found] of (reason ?? '').matchAll(pattern)) if (!standards.test(found)) return found;
  return null;
}
