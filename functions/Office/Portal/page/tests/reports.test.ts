import { describe, expect, it } from 'vitest';
import { contentOf, draftOf, isEmpty, unanswered } from '../src/views/reports/part';

const questions = [{ code: 'ho-so', title: 'Hồ sơ', measure: 'hồ sơ' }, { code: 'mo-hinh', title: 'Mô hình', measure: null }];

describe('a part of a report', () => {
  it('sends what was written and leaves empty lines out', () => {
    const draft = {
      answers: { 'ho-so': { number: 0, said: ' ' }, 'mo-hinh': { number: null, said: ' Một cửa ' } },
      results: [{ text: ' Đúng hạn ', section: '' }, { text: ' ', section: 'cchc' }], shortcomings: [{ text: 'Chậm', causes: 'Thiếu người\n\nViệc nhiều ' }], tasks: ['', 'Học'], proposals: [],
    };
    expect(contentOf(draft, questions)).toEqual({
      answers: [{ question: 'ho-so', number: 0, said: null }, { question: 'mo-hinh', number: null, said: 'Một cửa' }],
      results: [{ text: 'Đúng hạn', section: null }], shortcomings: [{ text: 'Chậm', causes: ['Thiếu người', 'Việc nhiều'] }], tasks: ['Học'], proposals: [],
    });
    expect(draftOf(contentOf(draft, questions)).shortcomings).toEqual([{ text: 'Chậm', causes: 'Thiếu người\nViệc nhiều' }]);
  });

  it('is empty until something is said, and names what is not answered', () => {
    const draft = { ...draftOf(null), answers: { 'ho-so': { number: null, said: 'gần 8.400' } }, tasks: [' '] };
    expect(isEmpty(contentOf(draft, questions))).toBe(true);
    expect(unanswered(draft, questions).map(question => question.code)).toEqual(['ho-so', 'mo-hinh']);
  });
});
