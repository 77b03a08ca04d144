import type { Schema } from '../../api/client';
import { Field } from '../../parts/Field';
import { Show } from '../../parts/Show';
import { useAnswer } from '../../parts/useAnswer';
import { words } from '../../words/language';
import { sheetStateNames } from '../../words/names';
import { Select } from './Frame';
import { halfSheets, keyOf, outcomeNames, type HalfSheet } from './successions';

const w = words({
  title: 'Phiếu điểm đang làm dở',
  lead: 'Mỗi phiếu phải được quyết định. Làm tiếp: phiếu của đơn vị tiếp nhận bắt đầu từ phiếu này. Đóng: phiếu giữ nguyên và không xếp hạng; tính theo phần của năm khi bảng điểm cho phép.',
  none: 'Các đơn vị này không có phiếu nào đang làm dở.',
  of: (unit: string, year: number, bloc: string) => `${unit}, năm ${year}, ${bloc}`,
  outcome: 'Phiếu này',
  open: '– chưa quyết định –',
  to: 'Vào phiếu của',
}, {
  title: 'Half-finished sheets',
  lead: 'Each must be decided. Gone on from: the sheet of the unit that takes over begins with it. Closed: it stays as it is and is ranked nowhere; it counts for its part of the year where the scheme says so.',
  none: 'These units have no half-finished sheet.',
  of: (unit, year, bloc) => `${unit}, ${year}, ${bloc}`,
  outcome: 'This sheet is',
  open: '– not decided –',
  to: 'Into the sheet of',
});

type Fate = Schema['SheetFateBody'];

export interface SheetFatesProps {
  readonly from: readonly string[];
  /** Whose sheets go on from them. */
  readonly heirs: readonly string[];
  readonly fates: readonly Fate[];
  readonly nameOf: (unit: string) => string;
  readonly blocName: (bloc: string) => string;
  readonly onChange: (fates: readonly Fate[]) => void;
}

/** What becomes of each half-finished sheet of units that end or leave. */
export function SheetFates({ from, heirs, fates, nameOf, blocName, onChange }: SheetFatesProps) {
  const asked = useAnswer(signal => halfSheets(from, signal), [from]);
  const choose = (sheet: HalfSheet, outcome: Fate['outcome'] | '', to: string | null) => {
    const others = fates.filter(one => keyOf(one) !== keyOf(sheet));
    const { state: _, ...id } = sheet;
    onChange(outcome === '' ? others : [...others, { ...id, outcome, to: outcome === 'closed' ? null : to }]);
  };
  return (
    <section>
      <h2>{w.title}</h2>
      <Show of={asked}>
        {sheets => sheets.length === 0 ? <p>{w.none}</p> : (
          <>
            <p class="hint">{w.lead}</p>
            {sheets.map(sheet => {
              const fate = fates.find(one => keyOf(one) === keyOf(sheet));
              return (
                <fieldset key={keyOf(sheet)}>
                  <legend>{w.of(nameOf(sheet.unit), sheet.year, blocName(sheet.bloc))} ({sheetStateNames[sheet.state]})</legend>
                  <div class="row">
                    <Field label={w.outcome}>
                      <Select
                        value={fate?.outcome ?? ''} onChange={outcome => choose(sheet, outcome, fate?.to ?? heirs[0] ?? null)}
                        choices={[{ value: '', name: w.open }, ...(['carried', 'proRata', 'closed'] as const).filter(one => one === 'closed' || heirs.length > 0).map(value => ({ value, name: outcomeNames[value] }))]} />
                    </Field>
                    {fate && fate.outcome !== 'closed' && heirs.length > 1 && (
                      <Field label={w.to}><Select value={fate.to ?? ''} onChange={to => choose(sheet, fate.outcome, to)} choices={heirs.map(value => ({ value, name: nameOf(value) }))} /></Field>
                    )}
                  </div>
                </fieldset>
              );
            })}
          </>
        )}
      </Show>
    </section>
  );
}
