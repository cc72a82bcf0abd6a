export const notesPanelId = 'notes';
