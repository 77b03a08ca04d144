import { describe, expect, it } from 'vitest';
import { distinct } from '../src/views/office/names';

describe('units in a list', () => {
  it('that share a name have their ids beside it', () => {
    const nameOf = distinct([{ id: 'a', name: 'Sở Xây dựng' }, { id: 'b', name: 'Sở Xây dựng' }, { id: 'c', name: 'Sở Tài chính' }]);
    expect(['a', 'b', 'c', 'd'].map(nameOf)).toEqual(['Sở Xây dựng (a)', 'Sở Xây dựng (b)', 'Sở Tài chính', 'd']);
  });
});
