import { MergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'preact/hooks';
import { type Conflict } from '../server';
import { say } from '../words';
import { discard, save } from './files';
import { look, nonce } from './look';
import { phrases } from './phrases';

/** Both versions of a file that two people wrote. What stands on the right is saved. */
export function ConflictView({ conflict }: { conflict: Conflict }) {
  const home = useRef<HTMLDivElement>(null);
  const merge = useRef<MergeView | null>(null);
  useEffect(() => {
    const side = (label: string, editable: boolean) => [
      EditorView.cspNonce.of(nonce),
      lineNumbers(),
      look,
      phrases(),
      EditorView.lineWrapping,
      EditorState.readOnly.of(!editable),
      EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
    ];
    merge.current = new MergeView({
      parent: home.current!,
      collapseUnchanged: { margin: 3, minSize: 6 },
      revertControls: 'a-to-b',
      a: { doc: conflict.theirs ?? '', extensions: side(say('conflict.theirs'), false) },
      b: { doc: conflict.yours, extensions: side(say('conflict.yours'), true) },
    });
    return () => merge.current?.destroy();
  }, [conflict]);
  return (
    <section class="conflict" aria-label={say('conflict.title')}>
      <p role="alert">{say('conflict.words')}</p>
      <div class="sides">
        <h2>{say('conflict.theirs')}</h2>
        <h2>{say('conflict.yours')}</h2>
      </div>
      <div class="merge" ref={home} />
      <p class="buttons">
        <button type="button" onClick={() => void discard(conflict.path)}>
          {say('conflict.take')}
        </button>
        <button
          type="button"
          class="main"
          onClick={() => void save(conflict.path, { text: merge.current?.b.state.doc.toString() ?? '', base: conflict.version })}
        >
          {say('conflict.keep')}
        </button>
      </p>
    </section>
  );
}
