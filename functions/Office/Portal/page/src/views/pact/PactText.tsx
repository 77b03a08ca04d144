import { api, ask, type Answer, type Schema } from '../../api/client';
import { Attached, filesAddress } from '../../parts/Attached';
import { Download } from '../../parts/Download';
import { Show } from '../../parts/Show';
import { Empty, Notice } from '../../parts/States';
import { StatusBadge, type BadgeKind } from '../../parts/StatusBadge';
import { Table } from '../../parts/Table';
import type { Loaded } from '../../parts/useAnswer';
import type { PlaceId } from '../../shell/places';
import { heads, isOffice, leads, may, me } from '../../shell/session';
import { common } from '../../words/common';
import { byName, day } from '../../words/format';
import { pactWords as w } from '../../words/pact';
import { points } from '../../words/points';
import { mineAt } from '../sheet/place';
import { cited } from '../../words/cited';
import { PaperSignature } from './PaperSignature';
import { Signing } from './Signing';
import { sayTarget } from './targets';
import { Withdraw } from './Withdraw';

type View = Schema['PactView'];

const kinds: Readonly<Record<Schema['PactState'], BadgeKind>> = { draft: 'plain', incomplete: 'warn', complete: 'good', membersUnknown: 'warn' };

/** The pact as it stands, what this unit has to do with it, and who has signed. */
export function PactText({ of, place }: { of: Loaded<Answer<View> | null>; place: PlaceId }) {
  return (
    <Show of={of}>{answer => answer === null ? <Empty>{w.noPact}</Empty> : (
      <>
        <p><StatusBadge kind={kinds[answer.data.state]}>{answer.data.stateText}</StatusBadge></p>
        <Mine pact={answer.data} place={place} reload={of.reload} />
        <Text pact={answer.data} place={place} />
        <Signatures pact={answer.data} place={place} reload={of.reload} />
      </>
    )}</Show>
  );
}

function Mine({ pact, place, reload }: { pact: View; place: PlaceId; reload: () => void }) {
  const own = pact.signatures.find(signature => signature.unit === place.unit);
  if (own) {
    return <Notice kind="good">{w.signed(day(own.day) || own.daySaid || '', own.way === 'paper' ? w.paper : w.account)}</Notice>;
  }

  const mine = mineAt(place);
  if (!pact.missing.some(missing => missing.unit === place.unit) || !mine || !may('SignPact', mine)) {
    return null;
  }

  return pact.isForSigning
    ? (
      <Signing
        scan={<Attached place={place} to={{ subject: 'pactSignature', unit: place.unit }} title={w.scans} hint={w.scansHint} maySend={may('UploadAttachment', mine)} />}
        reload={reload}
        sign={signer => ask(api.POST('/api/cycles/{year}/blocs/{bloc}/pact/signatures/{unit}', {
          params: { path: { year: place.year, bloc: place.bloc, unit: place.unit } }, body: { textHash: pact.textHash, signer },
        }))} />
    )
    : <Notice>{w.notOpen}</Notice>;
}

function Text({ pact, place }: { pact: View; place: PlaceId }) {
  return (
    <section class="card pact-text">
      <h2>{pact.title}</h2>
      {pact.edition > 1 && <p class="small">{w.edition(pact.edition)}</p>}
      {pact.grounds.length > 0 && <><h3>{w.grounds}</h3><ul>{pact.grounds.map(paper => <li>{cited(paper)}</li>)}</ul></>}
      {pact.text && <p class="pre">{pact.text}</p>}
      {pact.items.length > 0 && (
        <ol>{pact.items.map(item => <li>{item.heading && <strong>{item.heading}: </strong>}<span class="pre">{item.text}</span></li>)}</ol>
      )}
      {pact.targets.length > 0 && (
        <>
          <h3>{w.targets}</h3>
          <ul>
            {pact.targets.map(({ target, ofAll }) => (
              <li>{sayTarget(target)}{target.within && ofAll !== null && ofAll !== target.percent && <span class="soft"> ({w.ofAll(points(ofAll))})</span>}</li>
            ))}
          </ul>
        </>
      )}
      {pact.pictures.length > 0 && (
        <>
          <h3>{w.pictures}</h3>
          <ul class="no-print">
            {pact.pictures.map((picture, at) => (
              <li><Download address={`${filesAddress(place)}/${picture.attachment}`} class="quiet">{picture.caption ?? `${common.download} ${at + 1}`}</Download></li>
            ))}
          </ul>
        </>
      )}
      {pact.warnings.length > 0 && <><h3>{w.warnings}</h3><ul>{pact.warnings.map(warning => <li>⚠ {warning.text}</li>)}</ul></>}
    </section>
  );
}

function Signatures({ pact, place, reload }: { pact: View; place: PlaceId; reload: () => void }) {
  const rows = [
    ...pact.signatures.map(signature => ({ unit: signature.unit, name: signature.unitName, signature })),
    ...pact.missing.map(missing => ({ unit: missing.unit, name: missing.unitName, signature: null })),
  ].sort(byName(row => row.name));
  const mine = mineAt(place);
  const keepsPapers = (isOffice.value || heads(mine)) && may('SignPact', mine);
  const maySeeScans = me.value?.roles.some(role => role !== 'Emulation.Officer') === true || mine !== null && leads(mine);
  return (
    <Table
      caption={w.signatures} isStacked rows={rows} rowKey={row => row.unit}
      columns={[
        { head: common.unit, cell: row => row.name, sort: row => row.name },
        { head: common.state, cell: row => <StatusBadge kind={row.signature ? 'good' : 'plain'}>{row.signature ? w.isSigned : w.isNotSigned}</StatusBadge>, sort: row => row.signature ? 1 : 0 },
        { head: common.day, cell: row => row.signature && (day(row.signature.day) || row.signature.daySaid), sort: row => row.signature?.day },
        { head: w.way, cell: row => row.signature ? <>
          {row.signature.way === 'paper' ? w.paper : w.account}{' '}
          {row.signature.scan && maySeeScans && <Download class="quiet" address={`${filesAddress(place)}/${row.signature.scan}`}>{w.scan}<span class="hidden"> – {row.name}</span></Download>}
        </> : keepsPapers && <PaperSignature place={place} pact={pact} unit={row.unit} name={row.name} onDone={reload} /> },
        { head: w.signer, cell: row => [row.signature?.signerName, row.signature?.signerPost].filter(Boolean).join(', ') },
        ...may('WithdrawSignature', mineAt(place)) ? [{
          head: w.withdraw, class: 'no-print',
          cell: (row: typeof rows[number]) => row.signature && (isOffice.value || row.signature.way === 'paper') && <Withdraw place={place} unit={row.unit} name={row.name} onDone={reload} />,
        }] : [],
      ]} />
  );
}
