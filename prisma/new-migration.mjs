import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { schemaDifference } from './schema-difference.mjs';

// npm run migrate:new -- NAME: writes what schema.prisma has more than the migrations as a migration of its own.

const name = process.argv[2] ?? '';
if (!/^[a-z0-9_]+$/.test(name)) {
  console.error(
    'Name the migration in lower case letters, digits and underscores: npm run migrate:new -- add_releases',
  );
  process.exit(2);
}
const sql = await schemaDifference();
if (sql === '') {
  console.log('schema.prisma has nothing that the migrations do not.');
} else {
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const directory = path.join(import.meta.dirname, 'migrations', `${stamp}_${name}`);
  mkdirSync(directory, { recursive: true });
  writeFileSync(path.join(directory, 'migration.sql'), sql);
  console.log(`Wrote ${path.relative(process.cwd(), directory)}/migration.sql. Read it before you commit it.`);
}
