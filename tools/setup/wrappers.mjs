// Unpacked programs need to be told where their libraries and fonts are. A small script each does that, so that whoever
// starts a tool need not know whether it came from the system or from .local/debian.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { debianFolder, localFolder } from './shell.mjs';

/** Takes the programs' paths; gives the paths to call. Programs of the system stay as they are unless the fonts are unpacked. */
export function writeWrappers(tools) {
  if (!existsSync(debianFolder)) return tools;
  const folder = join(localFolder, 'bin');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(localFolder, 'fonts.conf'), fontsConf());
  const drawsText = ['CHROMIUM', 'PDFTOPPM', 'PDFTOTEXT', 'PDFTOCAIRO'];
  return Object.fromEntries(
    Object.entries(tools).map(([name, path]) => {
      if (!path.startsWith(debianFolder) && !drawsText.includes(name)) return [name, path];
      const wrapper = join(folder, name.toLowerCase());
      const libraries = path.startsWith(debianFolder) ? `LD_LIBRARY_PATH='${libraryFolders().join(':')}' ` : '';
      writeFileSync(
        wrapper,
        `#!/bin/sh\nFONTCONFIG_FILE='${join(localFolder, 'fonts.conf')}' CUPS_DATADIR='${join(debianFolder, 'usr/share/cups')}' ${libraries}exec '${path}' "$@"\n`,
        { mode: 0o755 },
      );
      return [name, wrapper];
    }),
  );
}

function libraryFolders() {
  const base = join(debianFolder, 'usr/lib');
  const machine = existsSync(base) ? readdirSync(base).filter((name) => name.endsWith('-linux-gnu')) : [];
  const folders = machine.flatMap((name) => [join(base, name), join(debianFolder, 'lib', name)]);
  // PulseAudio and the like put libraries into a folder of their own below.
  const below = folders.filter(existsSync).flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter(
        (entry) => entry.isDirectory() && readdirSync(join(folder, entry.name)).some((name) => /\.so(\.|$)/.test(name)),
      )
      .map((entry) => join(folder, entry.name)),
  );
  return [...folders.filter(existsSync), ...below, join(base, 'chromium')];
}

/** The system's fonts and substitution rules if it has any, ours beside them: Arial must become Liberation Sans either way. */
function fontsConf() {
  const rules = join(debianFolder, 'usr/share/fontconfig/conf.avail');
  const include = ['30-metric-aliases.conf', '45-latin.conf', '49-sansserif.conf', '60-latin.conf'].map((name) =>
    join(rules, name),
  );
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  <dir>${join(debianFolder, 'usr/share/fonts')}</dir>
  ${include.map((file) => `<include ignore_missing="yes">${file}</include>`).join('\n  ')}
  <cachedir>${join(localFolder, 'fontconfig')}</cachedir>
</fontconfig>
`;
}
