/** These stand first in the picker. */
export const quickReactions = '👍 ❤️ 😂 🎉 🙏 👀'.split(' ');

export const commonEmoji: readonly string[] = [
  ...quickReactions,
  ...'😀 😄 😊 🙂 😉 😍 🤔 😮 😢 😅 😎 🥳 😴 🤯 😬 🤷 🙌 👏 👋 💪 ✌️ 🤝 👌 👎'.split(' '),
  ...'✅ ❌ ❓ ❗ 💡 🔥 ⭐ 💯 🚀 🎯 📌 📝 📚 💻 ⏰ ☕ 🍅 🍎 🌱 🌞 🎧 🧠'.split(' '),
];
