export interface HandoverSettings {
  /** A team lead may switch without the three-way talk, with a reason. */
  readonly urgentWithoutTalk: boolean;
  /** Within how many working days that talk is held after all. */
  readonly urgentTalkWorkingDays: number;
  /** After how many working days of being late the team lead hears it too. */
  readonly teamLeadWorkingDays: number;
}

const DEFAULTS: HandoverSettings = { urgentWithoutTalk: true, urgentTalkWorkingDays: 10, teamLeadWorkingDays: 5 };

const days = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 60 ? value : otherwise;

/** The part `handover` of a municipality's settings (ours); what is not there or makes no sense is the default. */
export function handoverSettings(settings: unknown): HandoverSettings {
  const own = (settings as { handover?: Partial<Record<keyof HandoverSettings, unknown>> } | null)?.handover ?? {};
  return {
    urgentWithoutTalk: own.urgentWithoutTalk !== false,
    urgentTalkWorkingDays: days(own.urgentTalkWorkingDays, DEFAULTS.urgentTalkWorkingDays),
    teamLeadWorkingDays: days(own.teamLeadWorkingDays, DEFAULTS.teamLeadWorkingDays),
  };
}
