import { useState } from 'preact/hooks';
import type { Schema } from '../../api/client';
import { StatusBadge } from '../../parts/StatusBadge';
import { Table } from '../../parts/Table';
import { addressOf, type PlaceId } from '../../shell/places';
import { common } from '../../words/common';
import { awardWords as w, nominationStatusNames } from '../../words/awards';
import { day } from '../../words/format';
import { mayIn } from '../bloc/place';
import { ConditionState } from './ConditionState';
import { NominationForm } from './NominationForm';
import { Quotas } from './Quotas';
import { writesFor } from './rights';
import { Source } from './Source';
import { WithdrawNomination } from './WithdrawNomination';

export interface AwardCardProps {
  readonly place: PlaceId;
  readonly award: Schema['AwardEligibilityView'];
  readonly nomination: Schema['NominationView'] | undefined;
  readonly isSuspended: boolean;
  readonly onDone: (said: string) => void;
}

/** One award for one unit: each condition with its reason and source, and the nomination. */
export function AwardCard({ place, award, nomination, isSuspended, onDone }: AwardCardProps) {
  const [isOpen, open] = useState(false);
  const stands = nomination !== undefined && nomination.status !== 'withdrawn';
  const mayWrite = mayIn('NominateUnit', place) && writesFor(place) && !award.whyNotProposed;
  const done = (said: string) => {
    open(false);
    onDone(said);
  };
  return (
    <section class="card">
      <div class="award-head">
        <h2>{award.title}</h2>
        <span>{nomination && <StatusBadge kind={nomination.status === 'nominated' ? 'info' : nomination.status === 'suspended' ? 'warn' : 'plain'}>{nominationStatusNames[nomination.status]}</StatusBadge>} {!award.whyNotProposed && award.conditions.length > 0 && <ConditionState state={award.state} />}</span>
      </div>
      {award.whyNotProposed && <p>{award.whyNotProposed}</p>}
      {nomination && stands && <p class="small">{w.openedOn(day(nomination.openedOn))}</p>}
      {nomination?.withdrawnOn && <p class="small">{nominationStatusNames.withdrawn} {day(nomination.withdrawnOn)}: {nomination.withdrawnFor}</p>}
      {award.conditions.length === 0 && !award.whyNotProposed && <p class="soft">{w.noConditions}</p>}
      {award.conditions.length > 0 && !award.whyNotProposed && <Table
        caption={w.conditions(award.title)} isCaptionHidden isStacked rows={award.conditions} rowKey={one => one.condition}
        columns={[
          { head: w.condition, cell: one => one.title },
          { head: common.state, cell: one => <ConditionState state={one.state} />, sort: one => one.state },
          { head: w.why, cell: one => one.why },
          { head: w.source, cell: one => <Source source={one.source} /> },
        ]} />}
      <Quotas quotas={award.quotas} />
      {isOpen && <NominationForm place={place} award={award} before={stands ? nomination : undefined} onDone={done} onClose={() => open(false)} />}
      {!isOpen && (
        <div class="buttons no-print">
          {mayWrite && (stands || !isSuspended) && <button type="button" class={stands ? undefined : 'primary'} onClick={() => open(true)}>{stands ? w.change : w.put}<span class="hidden"> – {award.title}</span></button>}
          {mayWrite && stands && <WithdrawNomination place={place} nomination={nomination} onDone={done} />}
          {stands && <a class="button" href={addressOf('awards', place, 'dossiers', award.award)}>{w.dossier}<span class="hidden"> – {award.title}</span></a>}
        </div>
      )}
    </section>
  );
}
