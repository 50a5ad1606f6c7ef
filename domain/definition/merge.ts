import { checkedDefinition, type Problem } from './change.ts';
import { type Choices, type Clash, ClashJudge, type Sides } from './clash.ts';
import type { Definition } from './definition.ts';
import { mergeRealServers } from './merge-real-servers.ts';
import { mergeServices } from './merge-services.ts';
import { mergeSettings } from './merge-settings.ts';

export interface Merged {
  readonly definition: Definition;
  /** All of them, also those that a choice decides. */
  readonly clashes: readonly Clash[];
  /** What the merged definition is refused for: both sides may be right, and not together. */
  readonly problems: readonly Problem[];
}

/**
 * What two people made of the same definition as one: the changes of both, field by field.
 *
 * Where both changed a field differently, or one took away what the other changed, theirs stands until `choices` has
 * mine for the clash's id. Nothing is lost: a change of mine is in the definition or among the clashes.
 */
export function mergeDefinitions(
  base: Definition,
  mine: Definition,
  theirs: Definition,
  choices: Choices = {},
): Merged {
  const judge = new ClashJudge(choices);
  const part = <K extends keyof Definition>(key: K): Sides<Definition[K]> => ({
    base: base[key],
    mine: mine[key],
    theirs: theirs[key],
  });
  const definition: Definition = {
    services: mergeServices(judge, part('services')),
    realServers: mergeRealServers(judge, part('realServers')),
    settings: mergeSettings(judge, part('settings')),
  };
  const checked = checkedDefinition(definition);
  return { definition, clashes: judge.clashes, problems: checked.ok ? [] : checked.problems };
}
