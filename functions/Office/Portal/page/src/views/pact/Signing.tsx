import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Schema } from '../../api/client';
import { Problem } from '../../api/problem';
import { Confirm } from '../../parts/Confirm';
import { Field } from '../../parts/Field';
import { Notice } from '../../parts/States';
import { pactWords as w } from '../../words/pact';

interface SigningProps {
  readonly sign: (signer: Schema['SignerBody'] | null) => Promise<unknown>;
  readonly reload: () => void;
  /** Where the scan of what was signed on paper is sent. */
  readonly scan: ComponentChildren;
}

/** Signs the text that is read, and no other: where it has changed, it is read anew first. */
export function Signing({ sign, reload, scan }: SigningProps) {
  const [isAsked, ask] = useState(false);
  const [isChanged, setChanged] = useState(false);
  const [signer, setSigner] = useState({ name: '', post: '' });
  const confirm = async () => {
    try {
      const [name, post] = [signer.name.trim(), signer.post.trim()];
      await sign(name || post ? { ...(name ? { name } : null), ...(post ? { post } : null) } : null);
      reload();
    } catch (thrown) {
      const problem = Problem.from(thrown);
      if (!problem.document.type.endsWith(':pact-changed')) {
        throw problem;
      }

      setChanged(true);
    }
  };
  return (
    <>
      {isChanged && <Notice kind="bad">{w.changed} <button type="button" onClick={() => { setChanged(false); reload(); }}>{w.readAgain}</button></Notice>}
      <div class="card sign-box no-print">
        <p><strong>{w.notSigned}</strong></p>
        <button type="button" class="primary" disabled={isChanged} onClick={() => ask(true)}>{w.sign}…</button>
        <details><summary>{w.onPaper}</summary>{scan}</details>
      </div>
      <Confirm title={w.sign} yes={w.sign} isOpen={isAsked} onClose={() => ask(false)} onConfirm={confirm}>
        <p>{w.signAsk}</p>
        <Field label={w.signer} hint={w.signerHint}><input type="text" maxLength={200} autocomplete="off" value={signer.name} onInput={event => setSigner({ ...signer, name: event.currentTarget.value })} /></Field>
        <Field label={w.post}><input type="text" maxLength={200} autocomplete="off" value={signer.post} onInput={event => setSigner({ ...signer, post: event.currentTarget.value })} /></Field>
      </Confirm>
    </>
  );
}
