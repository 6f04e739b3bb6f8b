import { html } from '@codemirror/lang-html';
import { json } from '@codemirror/lang-json';
import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import { basicSetup } from 'codemirror';
import { useEffect, useEffectEvent, useRef } from 'react';
import classes from './CodeEditor.module.css';

const languages = { html, json } as const;
const setFault = StateEffect.define<number | undefined>();
const faultMark = Decoration.line({ class: 'pli-fault' });

/** The line on which something is wrong. */
const faultLineField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { effects, state, changes }) {
    let now = marks.map(changes);
    for (const effect of effects)
      if (effect.is(setFault)) {
        const line = effect.value;
        now =
          line === undefined || line > state.doc.lines
            ? Decoration.none
            : Decoration.set([faultMark.range(state.doc.line(line).from)]);
      }
    return now;
  },
  provide: (field) => EditorView.decorations.from(field),
});

export interface CodeEditorProps {
  readonly language: keyof typeof languages;
  readonly label: string;
  /** Taken when it appears; later texts are the editor's own, unless they come from elsewhere. */
  readonly value: string;
  readonly faultLine: number | undefined;
  readonly onChange: (text: string) => void;
}

/** A text of code with its colours and line numbers. Tab leaves it, as any field. */
export default function CodeEditor({ language, label, value, faultLine, onChange }: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const changed = useEffectEvent((text: string) => onChange(text));
  const first = useEffectEvent(() => value);

  useEffect(() => {
    const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
    const editor = new EditorView({
      parent: host.current as HTMLDivElement,
      doc: first(),
      extensions: [
        // Its style tags bear the nonce of this page, as the policy asks.
        EditorView.cspNonce.of(nonce),
        basicSetup,
        languages[language](),
        faultLineField,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) changed(state.doc.toString());
        }),
      ],
    });
    view.current = editor;
    return () => editor.destroy();
  }, [language, label]);

  useEffect(() => {
    const editor = view.current;
    if (editor === undefined || editor.state.doc.toString() === value) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
  }, [value]);

  useEffect(() => {
    view.current?.dispatch({ effects: setFault.of(faultLine) });
  }, [faultLine]);

  return <div ref={host} className={classes.editor} />;
}
