"""The seats that people were told, and how well they can be kept."""
