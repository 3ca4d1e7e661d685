import type { Case } from './cases';
export function ownCases(): Case[] { return []; }
