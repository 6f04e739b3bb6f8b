import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleWorkflows } from './bundle-workflows.ts';
import { rootFolder } from './toolbox.ts';

/** Part of the build: writes `dist/workflow-bundle.js` and its hash. Any failure ends the build. */
const file = join(rootFolder, 'dist/workflow-bundle.js');
const { code, sha256 } = await bundleWorkflows();
await mkdir(join(rootFolder, 'dist'), { recursive: true });
await writeFile(`${file}.new`, code);
await writeFile(`${file}.sha256`, `${sha256}  workflow-bundle.js\n`);
await rename(`${file}.new`, file);
