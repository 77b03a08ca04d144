import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../../api/client';
import { Field } from '../../../parts/Field';
import { FormDialog } from '../../../parts/FormDialog';
import { PaperFields, paperPaths } from '../../../parts/PaperFields';
import { useAct } from '../../../parts/useAct';
import { today } from '../../../shell/session';
import { common } from '../../../words/common';
import { words } from '../../../words/language';
import { Select } from '../Frame';
import { options } from '../names';
import { groundNames } from './names';
import { ifMatch } from './reads';

type Body = Schema['RevocationBody'];

const w = words({
  title: 'Hủy bỏ danh hiệu đã tặng', lead: 'Ghi quyết định hủy bỏ. Ghi rồi thì không rút lại được; hiện vật và tiền phải thu hồi trong hạn.', signer: 'Chức vụ người ký quyết định hủy bỏ', ground: 'Căn cứ hủy bỏ', reasonHint: 'không ghi tên người', which: 'Hủy bỏ của ai', yes: 'Hủy bỏ', choose: '– chọn –',
}, {
  title: 'Revoke titles', lead: 'Record the decision that revokes. It cannot be taken back; object and money are to come back in time.', signer: 'Post of who signed that decision', ground: 'Ground', reasonHint: 'no names of people', which: 'Whose', yes: 'Revoke', choose: '– choose –',
});

export interface RevokeFormProps {
  readonly decision: Schema['DecisionView'];
  readonly etag: string | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** Takes back titles of a decision: those that are ticked, on a ground that somebody has chosen. */
export function RevokeForm({ decision, etag, onClose, onSaved }: RevokeFormProps) {
  const standing = decision.titles.filter(one => !one.revocation);
  const [chosen, choose] = useState(standing.length === 1 ? standing : []);
  const [isGrounded, setGrounded] = useState(false);
  const [body, set] = useState<Body>({
    paper: { kind: 'Quyết định', day: today.value, issuer: decision.paper.issuer ?? null }, signerPost: decision.signerPost, ground: 'falseDeclaration', reason: '',
  });
  const act = useAct();
  const change = (part: Partial<Body>) => set({ ...body, ...part });
  const send = async () => {
    await ask(api.POST('/api/cycles/{year}/decisions/{decision}/revocation', {
      params: { path: { year: decision.year, decision: decision.decision }, header: ifMatch(etag) }, body: { ...body, titles: chosen.map(({ unit, award }) => ({ unit, award })) },
    }));
  };
  return (
    <FormDialog title={w.title} act={act} send={send} onSaved={onSaved} onClose={onClose} paths={[...paperPaths('$.paper'), '$.signerPost', '$.ground', '$.reason']} yes={w.yes} isDangerous isDisabled={chosen.length === 0 || !isGrounded || !body.reason.trim()}>
      <p>{w.lead}</p>
      <fieldset>
        <legend>{w.which}</legend>
        {standing.map(one => (
          <label class="check" key={`${one.unit} ${one.award}`}>
            <input type="checkbox" checked={chosen.includes(one)} onChange={event => choose(event.currentTarget.checked ? [...chosen, one] : chosen.filter(other => other !== one))} /> {one.unitName}: {one.awardTitle}
          </label>
        ))}
      </fieldset>
      <Field label={w.ground} path="$.ground" faults={act.faults} isRequired><Select value={isGrounded ? body.ground : ''} onChange={ground => { setGrounded(ground !== ''); change(ground === '' ? {} : { ground }); }} choices={[{ value: '' as const, name: w.choose }, ...options(groundNames)]} /></Field>
      <Field label={common.reason} hint={w.reasonHint} path="$.reason" faults={act.faults} isRequired><textarea rows={2} value={body.reason} onInput={event => change({ reason: event.currentTarget.value })} /></Field>
      <PaperFields paper={body.paper} onChange={paper => change({ paper })} path="$.paper" faults={act.faults} />
      <Field label={w.signer} path="$.signerPost" faults={act.faults} isRequired><input type="text" maxLength={200} value={body.signerPost} onInput={event => change({ signerPost: event.currentTarget.value })} /></Field>
    </FormDialog>
  );
}
