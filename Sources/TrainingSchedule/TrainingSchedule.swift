// TrainingSchedule: see README.md
