import { describe, expect, it } from 'vitest';
import { add, misfits, move, put, remove, rungsOf, stepsOf, sumOf } from '../src/views/office/scheme';
import { schemeTemplate as scheme } from '../src/views/office/template';

const codes = (content: typeof scheme) => content.criteria.map(criterion => criterion.code).join(' ');

describe('a scheme as a tree', () => {
  it('sums what lies below, in hundredths, and leaves bonus and penalty out', () => {
    expect([sumOf(scheme, 'I'), sumOf(scheme, null)]).toEqual([60_00, 100_00]);
    expect(misfits(scheme)).toEqual([]);
  });

  it('names each group whose sum is another', () =>
    expect(misfits(put(put(scheme, 'I.1', { maximum: 38.25 }), 'III', { maximum: 19 }))).toEqual([null, 'I', 'III']));

  it('adds a line at the end of its group with a code of its own', () => {
    const { content, code } = add(remove(scheme, 'III.2'), 'III');
    expect(code).toBe('III.4');
    expect(codes(content)).toBe('I I.1 I.2 II II.1 II.2 III III.1 III.3 III.4 T P');
    expect(add(scheme, null).code).toBe('VI');
  });

  it('takes away what is below, too', () => expect(codes(remove(scheme, 'II'))).toBe('I I.1 I.2 III III.1 III.2 III.3 T P'));

  it('moves a section with all that is in it', () => {
    expect(codes(move(scheme, 'II', -1))).toBe('II II.1 II.2 I I.1 I.2 III III.1 III.2 III.3 T P');
    expect(move(scheme, 'I', -1)).toBe(scheme);
  });
});

describe('the classes', () => {
  it('are steps, and rungs again', () => {
    const steps = stepsOf(scheme.ladder)!;
    expect(steps.map(step => step.from)).toEqual([95, 85, 70, null]);
    expect(rungsOf(steps, scheme.ladder)).toEqual(scheme.ladder);
  });

  it('with a gap between them are not steps', () => expect(stepsOf([scheme.ladder[0]!, scheme.ladder[2]!])).toBeNull());
});
