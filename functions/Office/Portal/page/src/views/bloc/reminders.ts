import type { Schema } from '../../api/client';

/** A day `days` before (or, below zero, after) another. */
export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

export interface Reminders {
  /** The last day on which a reminder went out; today's counts. */
  readonly last: string | null;
  readonly next: string | null;
}

/** When whoever has not done a step by its last day is reminded by mail: from `due`, the days of the rule before it, and what day it is. None before the step opened. */
export function remindersOf(due: string, days: readonly number[], today: string, opens?: string): Reminders {
  const all = days.map(before => daysBefore(due, before)).filter(day => !opens || day >= opens).sort();
  return { last: all.filter(day => day <= today).at(-1) ?? null, next: all.find(day => day > today) ?? null };
}

/** The rule of a step. */
export const ruleOf = (rules: Schema['ReminderRulesView'], stage: Schema['StageKind']): readonly number[] =>
  rules.stages.find(rule => rule.stage === stage)?.days ?? [];
