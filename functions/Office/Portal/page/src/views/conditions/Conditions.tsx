import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { DaysLeft } from '../../parts/DaysLeft';
import { Field } from '../../parts/Field';
import { Page } from '../../parts/Page';
import { Show } from '../../parts/Show';
import { Empty } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { useAnswer } from '../../parts/useAnswer';
import { addressOf, type PlaceId } from '../../shell/places';
import { here, may, periodName } from '../../shell/session';
import { conditionWords as w, declarerNames } from '../../words/conditions';
import { moment } from '../../words/format';
import { sheetWords } from '../../words/sheet';
import type { ViewProps } from '../routes';
import { pathOf } from '../sheet/model';
import { placeOf } from '../sheet/place';
import { Staff } from './Staff';

/** What holds for a unit beside its points: who says so, what follows, and what is its own to declare. */
export default function Conditions({ params }: ViewProps) {
  const place = placeOf(params);
  const asked = useAnswer(async signal => {
    const path = pathOf(place);
    const [conditions, sheet] = await Promise.all([
      ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}/conditions', { params: { path }, signal })),
      ask(api.GET('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}', { params: { path }, signal })),
    ]);
    return { ...conditions.data, sheet: sheet.data };
  }, [place]);
  const mayDeclare = may('DeclareCondition', here.value?.unit === place.unit ? here.value : null);
  return (
    <Page title={w.title} lead={w.lead} back={{ href: addressOf('sheet', place), name: sheetWords.back }}>
      <Show of={asked}>{({ conditions, staff, sheet }) => (
        <>
          <p>{sheetWords.of(sheet.unitName, place.year, periodName(place))}</p>
          {conditions.length === 0 && <Empty>{w.none}</Empty>}
          {conditions.map(one => (
            <Condition
              key={one.condition} place={place} one={one} onDeclared={asked.reload}
              isOwn={mayDeclare && (one.declaration?.by === 'unit' || sheet.undeclared.some(undeclared => undeclared.condition === one.condition))} />
          ))}
          <Staff key={staff?.eTag ?? ''} place={place} staff={staff} mayRecord={may('RecordStaff', here.value?.unit === place.unit ? here.value : null)} onRecorded={asked.reload} />
        </>
      )}</Show>
    </Page>
  );
}

interface ConditionProps {
  readonly place: PlaceId;
  readonly one: Schema['ConditionView'];
  readonly isOwn: boolean;
  readonly onDeclared: () => void;
}

function Condition({ place, one, isOwn, onDeclared }: ConditionProps) {
  const [isShown, show] = useState(false);
  const { declaration } = one;
  return (
    <section class="card" aria-label={one.title}>
      <h2>{one.title}</h2>
      <p>
        {one.isDeclared ? <StatusBadge kind={one.isSo ? 'warn' : 'plain'}>{one.isSo ? w.isSo : w.isNotSo}</StatusBadge> : <StatusBadge kind="plain">{w.undeclared}</StatusBadge>}
        {' '}<span class="small">{w.by(one.declaredBy)}.</span> {one.due && <span class="small">{w.until}: <DaysLeft until={one.due} isDone={one.isDeclared} /></span>}
      </p>
      {one.effects.length > 0 && <p>{w.effects}: {one.effects.join('; ')}.</p>}
      {one.liftedBy && <p>{w.lifted}.</p>}
      {declaration && (
        <p class="pre">{declaration.reason}{declaration.paper && ` (${w.paper}: ${declaration.paper})`} <span class="small">{w.declared(declarerNames[declaration.by], moment(declaration.at))}</span></p>
      )}
      {declaration?.warnings.map(warning => <p class="hint">⚠ {warning.detail}</p>)}
      {isOwn && <button type="button" onClick={() => show(true)}>{declaration ? w.again : w.declare}…</button>}
      {isShown && <Declare place={place} one={one} onClose={() => show(false)} onDeclared={onDeclared} />}
    </section>
  );
}

function Declare({ place, one, onClose, onDeclared }: Omit<ConditionProps, 'isOwn'> & { onClose: () => void }) {
  const [said, say] = useState<Schema['DeclarationBody']>({ isSo: one.declaration?.isSo ?? true, reason: one.declaration?.reason ?? '', paper: one.declaration?.paper ?? null });
  const declare = async () => {
    const etag = one.declaration?.eTag;
    await ask(api.PUT('/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets/{unit}/conditions/{condition}', {
      params: { path: { ...pathOf(place), condition: one.condition }, header: etag ? { 'If-Match': etag } : {} }, body: said,
    }));
    onDeclared();
  };
  return (
    <Confirm title={one.title} yes={w.declare} isOpen isDisabled={!said.reason.trim()} onConfirm={declare} onClose={onClose}>
      <fieldset>
        <legend>{w.which}</legend>
        <label><input type="radio" name="is-so" checked={said.isSo} onChange={() => say({ ...said, isSo: true })} /> {w.isSo}</label>{' '}
        <label><input type="radio" name="is-so" checked={!said.isSo} onChange={() => say({ ...said, isSo: false })} /> {w.isNotSo}</label>
      </fieldset>
      <Field label={w.reason} isRequired><textarea rows={3} value={said.reason} onInput={event => say({ ...said, reason: event.currentTarget.value })} /></Field>
      <Field label={w.paper} hint={w.paperHint}><input value={said.paper ?? ''} onInput={event => say({ ...said, paper: event.currentTarget.value || null })} /></Field>
    </Confirm>
  );
}
