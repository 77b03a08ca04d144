import { useState } from 'preact/hooks';
import { allPages } from '../../api/absent';
import { api, ask, type Schema } from '../../api/client';
import { Show } from '../../parts/Show';
import { Done, Empty } from '../../parts/States';
import { useAnswer } from '../../parts/useAnswer';
import type { PlaceId } from '../../shell/places';
import { awardWords as w, suspensionCauseNames } from '../../words/awards';
import { day } from '../../words/format';
import { AwardCard } from './AwardCard';
import { Suspended } from './Suspended';

/** What a unit can be nominated for: each award with how the unit stands to its conditions, its nomination and the quotas. */
export function Eligibility({ place }: { place: PlaceId }) {
  const path = { year: place.year, bloc: place.bloc };
  const [said, say] = useState('');
  const asked = useAnswer(async signal => {
    const [eligibility, pages] = await Promise.all([
      ask(api.GET('/api/cycles/{year}/blocs/{bloc}/eligibility/{unit}', { params: { path: { ...path, unit: place.unit } }, signal })),
      allPages(async continuation => (await ask(api.GET('/api/cycles/{year}/blocs/{bloc}/nominations', { params: { path, query: { pageSize: 100, ...continuation ? { continuation } : null } }, signal }))).data),
    ]);
    return { ...eligibility.data, nominations: pages.flatMap(page => page.nominations).filter(one => one.unit === place.unit) };
  }, [place]);
  const done = (text: string) => {
    say(text);
    asked.reload();
  };
  return (
    <>
      <p class="lead">{w.lead}</p>
      {said && <Done key={said}>{said}</Done>}
      <Show of={asked}>{({ isSuspended, suspension, awards, nominations }) => (
        <>
          {isSuspended && <Suspended who={w.suspended}>{suspension && <p>{told(suspension)}</p>}</Suspended>}
          {awards.length === 0 && <Empty>{w.noAwards}</Empty>}
          {awards.map(award => (
            <AwardCard
              key={award.award} place={place} award={award} isSuspended={isSuspended} onDone={done}
              nomination={nominations.find(one => one.award === award.award)} />
          ))}
        </>
      )}</Show>
    </>
  );
}

const told = ({ cause, since, reason, source }: Schema['SuspensionView']): string => w.suspendedFor(suspensionCauseNames[cause], day(since), [reason, source].filter(Boolean).join(' – '));
