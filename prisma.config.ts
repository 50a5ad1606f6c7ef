import { defineConfig } from 'prisma/config';

// Every Prisma command, generate included, would fetch a native schema engine from the network before it does anything.
// A path to any file that runs keeps it from that; generate never starts it. Migrations: prisma/new-migration.mjs.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

process.env.CHECKPOINT_DISABLE ??= '1';

export default defineConfig({ schema: 'prisma/schema.prisma' });
