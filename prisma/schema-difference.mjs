import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';

const schemaFile = path.join(import.meta.dirname, 'schema.prisma');
const migrations = path.join(import.meta.dirname, 'migrations');

/**
 * The SQL that takes a database with every migration to schema.prisma; empty when they agree.
 *
 * Prisma's own `migrate diff` needs a native engine that it would fetch from the network. The same engine is in the
 * registry as WebAssembly, and is asked here directly.
 */
export async function schemaDifference() {
  const engine = await schemaEngine();
  const filters = { externalTables: [], externalEnums: [] };
  const to = { tag: 'schemaDatamodel', files: [{ path: schemaFile, content: readFileSync(schemaFile, 'utf8') }] };
  const { stdout } = await engine.diff({ from: written(), to, script: true, exitCode: null, filters });
  return (stdout ?? '').startsWith('-- This is an empty migration') ? '' : (stdout ?? '');
}

function written() {
  const names = readdirSync(migrations, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return {
    tag: 'migrations',
    baseDir: migrations,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "sqlite"\n' },
    shadowDbInitScript: '',
    migrationDirectories: names
      .map((entry) => entry.name)
      .sort()
      .map((name) => ({ path: name, migrationFile: { path: 'migration.sql', content: contentOf(name) } })),
  };
}

const contentOf = (name) => ({ tag: 'ok', value: readFileSync(path.join(migrations, name, 'migration.sql'), 'utf8') });

async function schemaEngine() {
  const bindings = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const engine = await import(bindings);
  const bytes = readFileSync(bindings.replace(/\.js$/, '.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': engine });
  engine.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return engine.SchemaEngine.new({ datamodels: undefined }, () => {}, bindMigrationAwareSqlAdapterFactory(scratch()));
}

/** An empty database in memory, where the engine replays the migrations. */
function scratch() {
  const factory = new PrismaBetterSqlite3({ url: ':memory:' }, { shadowDatabaseUrl: ':memory:' });
  const opening = (open) => async () => takingScripts(await open());
  factory.connect = opening(factory.connect.bind(factory));
  factory.connectToShadowDb = opening(factory.connectToShadowDb.bind(factory));
  return factory;
}

/** The engine sends whole scripts as if they were one statement, which better-sqlite3 refuses. */
function takingScripts(adapter) {
  const one = adapter.executeRaw.bind(adapter);
  adapter.executeRaw = async (query) => {
    if (query.args.length > 0) return one(query);
    await adapter.executeScript(query.sql);
    return 0;
  };
  return adapter;
}
