export const standupPanelId = 'standup';
