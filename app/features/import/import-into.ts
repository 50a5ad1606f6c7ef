import type { Definition, RealServer } from '../../../domain/definition/definition.ts';
import { flatSettings, guardNames, type SettingName, settingsFrom } from '../../../domain/definition/flat-settings.ts';
import type { ServiceDefinition } from '../../../domain/definition/service-definition.ts';
import { uniqueNames } from '../../../domain/formats/unique-names.ts';
import type { Address } from '../../../domain/lvs/address.ts';
import { type ServiceKeyText, serviceKeyText } from '../../../domain/lvs/service-key.ts';

/** A cluster's definition with what was read put into it. */
export interface Imported {
  readonly definition: Definition;
  /** Services that were there with the same key. */
  readonly replaced: readonly ServiceKeyText[];
  /** Services whose name another one here has already. */
  readonly renamed: readonly ServiceKeyText[];
  /** Settings that were read; the definition's own are replaced. */
  readonly settings: readonly SettingName[];
}

/**
 * Puts what was read into a cluster's definition: what stands there stays, but for services with the same key and
 * settings that were read.
 *
 * `hasNames` is whether the source names its services: where it doesn't, a replaced one keeps its name.
 */
export function importInto(current: Definition, read: Definition, hasNames: boolean): Imported {
  const coming = new Map(read.services.map((service) => [serviceKeyText(service.key), service]));
  const giveName = uniqueNames();
  const renamed: ServiceKeyText[] = [];
  const named = (service: ServiceDefinition, wanted: string): ServiceDefinition => {
    const { name } = giveName(wanted, 'service');
    if (name !== wanted) renamed.push(serviceKeyText(service.key));
    return { ...service, name };
  };
  const replaced: ServiceKeyText[] = [];
  // Those that stay come first, so that none of them loses its name.
  for (const { key, name } of current.services) if (!coming.has(serviceKeyText(key))) giveName(name, name);
  const standing = current.services.map((service) => {
    const key = serviceKeyText(service.key);
    const other = coming.get(key);
    if (!other) return service;
    coming.delete(key);
    replaced.push(key);
    return named(other, hasNames ? other.name : service.name);
  });
  const added = [...coming.values()].map((service) => named(service, service.name));
  const readSettings = readSettingsOf(read);
  return {
    definition: {
      services: [...standing, ...added],
      realServers: withRealServers(current.realServers, read.realServers),
      settings: settingsFrom(new Map([...flatSettings(current.settings), ...readSettings])),
    },
    replaced,
    renamed,
    settings: [...readSettings.keys()],
  };
}

/** Drift policy and guard are no settings of a file: each definition has them, whether they were read or not. */
function readSettingsOf({ settings }: Definition) {
  const flat = new Map(flatSettings(settings));
  if (settings.drift === 'report') flat.delete('drift');
  for (const name of guardNames) if (settings.guard[name] === 0) flat.delete(name);
  return flat;
}

/** The real servers that were there, then new ones for addresses that nobody has. */
function withRealServers(current: readonly RealServer[], read: readonly RealServer[]): RealServer[] {
  const giveName = uniqueNames();
  for (const { name } of current) giveName(name, name);
  const known = new Set<Address>(current.flatMap(({ addresses }) => addresses));
  const added = read.flatMap(({ name, addresses, labels }): RealServer[] => {
    const free = addresses.filter((address) => !known.has(address));
    const same = current.find((server) => server.name === name);
    if (free.length === 0) return [];
    return same ? [] : [{ name: giveName(name, 'server').name, addresses: free, labels }];
  });
  return [
    ...current.map((server) => {
      const more = read.find(({ name }) => name === server.name)?.addresses.filter((address) => !known.has(address));
      return more && more.length > 0 ? { ...server, addresses: [...server.addresses, ...more] } : server;
    }),
    ...added,
  ];
}
