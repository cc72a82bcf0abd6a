export const chatPanelId = 'chat';
