export function schemaDifference(): Promise<string>;
