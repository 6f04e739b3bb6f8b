#!/usr/bin/env node
// `npx pli …`: the command line, straight from dist. The first time in a fresh clone it installs the Node packages and builds.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SetupError, localFolder, rootFolder } from './setup/shell.mjs';

const program = join(rootFolder, 'dist/apps/cli/main.js');

if (!existsSync(program)) {
  try {
    await makeReady();
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    process.exit(70);
  }
}
await import(pathToFileURL(program).href);

/** It speaks to an API that may run anywhere: of this clone's set-up it needs the Node packages alone. */
async function makeReady() {
  const { mkdirSync } = await import('node:fs');
  const { installNodePackages, nodePackagesAreCurrent } = await import('./setup/node-packages.mjs');
  mkdirSync(localFolder, { recursive: true });
  if (!nodePackagesAreCurrent()) {
    console.error('Installing the Node packages …');
    await installNodePackages(() => undefined);
  }
  await (await import('./build.mjs')).build();
}
