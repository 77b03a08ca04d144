import { useState } from 'preact/hooks';
import { api, ask } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { DayField } from '../../parts/DayField';
import { Field } from '../../parts/Field';
import { Show } from '../../parts/Show';
import { Notice } from '../../parts/States';
import { useAnswer } from '../../parts/useAnswer';
import type { PlaceId } from '../../shell/places';
import { today } from '../../shell/session';
import { common } from '../../words/common';
import type { Day } from '../../words/format';
import { paperWords as w } from '../../words/papers';

export interface PaperNumberProps {
  readonly place: PlaceId;
  readonly kind: string;
  readonly name: string;
  readonly query: { readonly period?: string; readonly unit?: string; readonly item?: string };
  readonly onClose: () => void;
}

/** Which number a paper got and on which day: it stands in the paper from then on. */
export function PaperNumber({ place, kind, name, query, onClose }: PaperNumberProps) {
  const params = { path: { year: place.year, bloc: place.bloc, kind }, query };
  const asked = useAnswer(signal => ask(api.GET('/api/cycles/{year}/blocs/{bloc}/documents/{kind}/number', { params, signal })), [params]);
  const [typed, type] = useState<string | null>(null);
  const [chosen, choose] = useState<Day | null>();
  const known = asked.value?.data;
  const number = typed ?? known?.number ?? known?.suggested ?? '';
  const on = chosen === undefined ? known?.day ?? today.value : chosen;
  const save = () => {
    const etag = known?.number ? asked.value?.etag : null;
    const signer = known?.signer;
    return ask(api.PUT('/api/cycles/{year}/blocs/{bloc}/documents/{kind}/number', {
      params: { ...params, header: etag ? { 'If-Match': etag } : {} }, body: { number: number.trim(), day: on!, signer: signer?.name ? { name: signer.name, post: signer.post } : null },
    }));
  };
  return (
    <Confirm title={w.numberOf(name)} isOpen onClose={onClose} onConfirm={save} yes={common.save} isDisabled={!known || !number.trim() || !on}>
      <Show of={asked}>
        {({ data }) => (
          <>
            {data.sharedWith.length > 0 && <Notice>{w.sharedNumber}</Notice>}
            <Field label={w.number} hint={data.number ? w.numberHint : w.suggested} isRequired><input type="text" maxLength={100} value={number} onInput={event => type(event.currentTarget.value)} /></Field>
            <Field label={w.numberDay} isRequired><DayField value={on} onChange={choose} /></Field>
          </>
        )}
      </Show>
    </Confirm>
  );
}
