/** Settings of `net.ipv4.vs.*` that decide what becomes of connections when something changes (ipvs-sysctl.rst). */
const telling = [
  'conntrack',
  'conn_reuse_mode',
  'expire_nodest_conn',
  'expire_quiescent_template',
  'sloppy_tcp',
  'cache_bypass',
] as const;

/** Of all that a director reports, the settings that explain what people see, in a fixed order. */
export function tellingSysctls(
  sysctls: Readonly<Record<string, number>>,
): readonly { readonly name: string; readonly value: number }[] {
  return telling.flatMap((name) => {
    const value = sysctls[name];
    return value === undefined ? [] : [{ name, value }];
  });
}
