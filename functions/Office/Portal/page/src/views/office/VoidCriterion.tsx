import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { Field } from '../../parts/Field';
import { common } from '../../words/common';
import { words } from '../../words/language';

const w = words({
  ask: 'Không áp dụng nữa…', title: (name: string) => `Không áp dụng: ${name}`, yes: 'Không áp dụng nữa',
  text: 'Tiêu chí (hoặc cả phần) bị loại vĩnh viễn khỏi bản đang dùng: vẫn hiện trên phiếu kèm lý do, nhưng không tính vào tổng của mọi phiếu chưa công bố xếp hạng. Các đơn vị đang được chấm theo bảng này nhận được thư.',
}, {
  ask: 'Declare it void…', title: name => `Declare void: ${name}`, yes: 'Declare it void',
  text: 'The criterion, or the whole section, leaves the version in use for ever: it is still shown, with the reason, and is in no sum of a sheet on which no published standings rest. The units that are scored by it get a mail.',
});

export interface VoidCriterionProps {
  readonly scheme: string;
  readonly version: number;
  readonly criterion: Schema['Criterion'];
  readonly onDone: () => void;
}

/** Declares a criterion of a scheme in use void, with a reason. */
export function VoidCriterion({ scheme, version, criterion, onDone }: VoidCriterionProps) {
  const [isAsked, question] = useState(false);
  const [reason, setReason] = useState('');
  const declare = async () => {
    await ask(api.POST('/api/schemes/{scheme}/versions/{version}/criteria/{criterion}/void', { params: { path: { scheme, version, criterion: criterion.code } }, body: { reason: reason.trim() } }));
    onDone();
  };
  return (
    <>
      <p><button type="button" class="danger" onClick={() => question(true)}>{w.ask}</button></p>
      <Confirm title={w.title(criterion.title)} isOpen={isAsked} onClose={() => question(false)} onConfirm={declare} yes={w.yes} isDangerous isDisabled={!reason.trim()}>
        <p>{w.text}</p>
        <Field label={common.reason} isRequired><textarea rows={2} value={reason} onInput={event => setReason(event.currentTarget.value)} /></Field>
      </Confirm>
    </>
  );
}
