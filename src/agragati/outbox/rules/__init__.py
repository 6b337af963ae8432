"""Pure rules of messages: what an SMS costs, which number is one, when to send, whom to remind."""
