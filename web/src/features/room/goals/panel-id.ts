export const goalsPanelId = 'goals';
