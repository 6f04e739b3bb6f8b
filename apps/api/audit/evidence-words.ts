import type { LetterLedger } from '#contracts/api/audit';

/** Checks the file with nothing but Python: every event's hash, and every link of the stretches. */
export const checkProgram = `#!/usr/bin/env python3
"""Checks ledger.jsonl and streams/*.jsonl: python3 check.py. Ends with 0 when every link holds."""
import hashlib, json, pathlib, sys

FIELDS = ["stream", "number", "subject", "subjectId", "type", "at", "recordedAt", "actor", "cause", "data"]
here = pathlib.Path(__file__).parent
broken = 0

def events(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]

def digest(event):
    text = json.dumps([event[name] for name in FIELDS], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(bytes.fromhex(event["previousHash"]) + text.encode("utf-8")).hexdigest()

def fault(path, event, what):
    global broken
    broken += 1
    print(f"{path.name}: event {event['number']} of {event['stream']}: {what}")

known = {}
for path in sorted((here / "streams").glob("*.jsonl")):
    before = None
    for event in events(path):
        if digest(event) != event["hash"]:
            fault(path, event, "is not what was hashed")
        if before and event["number"] != before["number"] + 1:
            fault(path, event, f"follows event {before['number']}")
        if before and event["previousHash"] != before["hash"]:
            fault(path, event, "does not continue the chain")
        known[(event["stream"], event["number"])] = event["hash"]
        before = event
for event in events(here / "ledger.jsonl"):
    if digest(event) != event["hash"]:
        fault(here / "ledger.jsonl", event, "is not what was hashed")
    if known.get((event["stream"], event["number"]), event["hash"]) != event["hash"]:
        fault(here / "ledger.jsonl", event, "is another one in its stream")
print(f"{len(known)} events of streams checked; " + ("every link holds" if broken == 0 else f"{broken} faults"))
sys.exit(1 if broken else 0)
`;

/**
 * What the file holds and how to check it, in French as all that Pli hands out.
 * @param left streams whose stretch is too long for the file · `missing`: runs whose history is kept no more
 */
export function readMe(
  { letter, streams, runs, events }: LetterLedger,
  left: readonly string[],
  missing: readonly string[],
): string {
  const between = streams.map(({ stream, first, last, head }) =>
    [
      `  - ${stream} : événements ${first} à ${last}`,
      `    (le flux en est à ${head.number}, empreinte ${head.hash})`,
    ].join('\n'),
  );
  return `Lettre ${letter.id} (commande ${letter.orderId}, compte ${letter.accountId})

Ce fichier ne contient aucune donnée personnelle : des identifiants, des états, des nombres et des empreintes.

  letter.json        la lettre, ce dont parlent les événements, les flux, les exécutions
  ledger.jsonl       ses ${events.length} événements, un par ligne, avec l'empreinte du précédent et la leur
  streams/           chaque flux en entier, du premier au dernier événement qui parle de la lettre :
                     rien n'y manque entre les deux
  histories/         l'historique Temporal de chaque processus qui l'a portée
  check.py           vérifie le tout : python3 check.py

Comment vérifier soi-même
  L'empreinte d'un événement est SHA-256 de : l'empreinte du précédent (32 octets ; rien avant le premier),
  puis le texte JSON, clés triées et sans espaces, de la liste
  [stream, number, subject, subjectId, type, at, recordedAt, actor, cause, data].
  Dans un flux, les numéros se suivent sans trou et chaque événement cite l'empreinte du précédent :
  changer, retirer ou ajouter un événement rompt la chaîne à cet endroit.
  Si quelqu'un a noté plus tôt le numéro et l'empreinte de tête d'un flux, ils doivent s'y retrouver.

Flux
${between.join('\n')}
${left.length === 0 ? '' : `\nTrop longs pour ce fichier, à vérifier à l'écran :\n${left.map((name) => `  - ${name}`).join('\n')}\n`}
Processus
${runs.map(({ workflow, run, bundles }) => `  - ${workflow}, exécution ${run}, programme ${bundles.join(', ')}`).join('\n') || '  aucun'}
${missing.length === 0 ? '' : `\nDont l'historique n'est plus gardé dans l'espace de noms (ce qu'ils ont fait reste dans le registre) :\n${missing.map((name) => `  - ${name}`).join('\n')}\n`}
Rejouer un historique : avec le programme (bundle) dont l'empreinte est nommée ci-dessus,
Worker.runReplayHistory de @temporalio/worker doit arriver aux mêmes décisions.
`;
}
